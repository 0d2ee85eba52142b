import type { StageKind } from '../workflow/workflow.ts';
import { STATUS_WORDS } from './status-words.ts';

/**
 * What statuses are usually called, in English, Spanish, German, French, Portuguese and Chinese. The first pattern that
 * matches decides, so that "Waiting for release" is a wait and "Ready for review" is one too, but "Ready" is not.
 * Names are compared in lower case, without accents, punctuation as spaces.
 */
const NAMES: readonly (readonly [StageKind, RegExp])[] = [
  ['dropped', /\b(cancel\w*|cancelad\w+|abgebrochen|abbruch|storniert|annul\w+|anulad\w+)\b/],
  [
    'dropped',
    /\b(wont (do|fix|be \w+)|won t (do|fix|be \w+)|will not (do|fix)|not doing|not needed|no longer needed|duplicate[sd]?|duplicad\w+|duplikat|doublon)\b/,
  ],
  ['dropped', /\b(no se hara|wird nicht (erledigt|gemacht|behoben|umgesetzt))\b/],
  [
    'dropped',
    /\b(rejected|rechazad\w+|abgelehnt|verworfen|rejete\w?|refuse\w?|rejeitad\w+|recusad\w+|desestimad\w+|declined|denied)\b/,
  ],
  [
    'dropped',
    /\b(removed|supprime\w?|abandon\w*|obsolet\w*|invalid|discarded|descartad\w+|dropped|killed|withdrawn|trash|deleted)\b/,
  ],
  ['dropped', /取消|拒绝|废弃|作废|重复|驳回|终止|終止|不予处理/],
  [
    'todo',
    /\b(not (started|yet started|done)|unstarted|no iniciad\w+|sin iniciar|nicht begonnen|non commence|pas commence|nao iniciad\w+)\b/,
  ],
  [
    'todo',
    /\b(ready|accepted|approved|queued|scheduled|selected) (for|to) (dev\w*|work|build\w*|implement\w*|cod\w+|start)\b/,
  ],
  [
    'waiting',
    /\b(wait\w*|await\w*|pending|on hold|hold|blocked|impeded|paused|parked|suspended|stalled|stuck|deferred|postponed|queue\w*|idle)\b/,
  ],
  [
    'waiting',
    /\b(espera\w*|esperando|en pausa|bloquead\w+|(pendiente|pendente)s? de|pausad\w+|detenid\w+|aguardando|em espera|parad\w+|suspens\w+)\b/,
  ],
  [
    'waiting',
    /\b(wartet|warten\w*|wartend|wartet auf|blockiert|pausiert|zuruckgestellt|angehalten|warteschlange|ruckfrage|ausstehend)\b/,
  ],
  ['waiting', /\b(en attente|attente|bloque\w?|en suspens|suspendu|pausee?)\b/],
  [
    'waiting',
    /\b(ready|listo|lista|bereit|prete?|pront[oa]) (for|to|para|a|fur|zum|zur|pour) (review|test\w*|qa|uat|deploy\w*|releas\w*|merge|approv\w+|publi\w+|launch|live|prod\w*|staging|verif\w+|valid\w+|accept\w*|sign off|revis\w+|aprov\w+|aprob\w+|prueba\w*|relec\w+|relire|recette)\b/,
  ],
  [
    'waiting',
    /\b(to be (reviewed|tested|deployed|released|published|approved|verified)|approval|sign off|needs (info|information|review|approval))\b/,
  ],
  ['waiting', /\bto (review|test|verify|approve|deploy|release|publish|merge)\b/],
  [
    'waiting',
    /\b(por (revisar|aprobar|validar|probar|publicar)|a (valider|relire|tester|verifier|approuver|publier))\b/,
  ],
  [
    'waiting',
    /\b(dev|development|design|code|coding|build|analysis|qa|test|testing|review) (done|completed?|finished)\b/,
  ],
  ['waiting', /等待|保留|停止|挂起|暂停|阻塞|待评审|待审|待测|待发布|待上线|待验|待确认|待部署|待合并|排队/],
  [
    'done',
    /\b(done|closed?|resolved?|complete[d]?|completion|finished|released?(?! notes?\b)|deployed|published|live|shipped|delivered|launched|archived?|merged|sent|fixed|verified)\b/,
  ],
  [
    'done',
    /\b(hech\w+|cerrad\w+|resuelt\w+|complet\w+|terminad\w+|finalizad\w+|publicad\w+|entregad\w+|lanzad\w+|archivad\w+)\b/,
  ],
  [
    'done',
    /\b(erledigt|fertig|fertiggestellt|freigegeben|geschlossen|abgeschlossen|gelost|veroffentlicht|ausgeliefert|beendet|archiviert)\b/,
  ],
  ['done', /\b(termine\w?|fini\w?|faite?|ferme\w?|resolu\w?|publie\w?|livre\w?|acheve\w?|cloture\w?|archive\w?)\b/],
  ['done', /\b(feit\w+|concluid\w+|fechad\w+|resolvid\w+|entregues?|encerrad\w+|lancad\w+|arquivad\w+)\b/],
  // What is ready for something is not begun; what is simply "listo" or "pronto" is over.
  ['done', /\b(list[oa]|pront[oa])\b(?! (para|de|per)\b)/],
  ['done', /已完成|完成|已关闭|关闭|已解决|已发布|已上线|已交付|已验收|结束|已归档/],
  ['done', /^(end|ende|fin|fim)$/],
  [
    'todo',
    /\b(backlog|to do|todo|open|opened|new|ideas?|proposed|ready|selected for development|triage|inbox|icebox|funnel|requested|requests?|submitted|planned|planning queue|next|next up|up next|created|unassigned|reopened|selected|intake|wish ?list|someday|start|no status)\b/,
  ],
  [
    'todo',
    /\b(por hacer|pendientes?|nuev\w+|abiert\w+|sin empezar|propuest\w+|planificad\w+|listo|lista|ideias?|solicitad\w+|reabiert\w+)\b/,
  ],
  ['todo', /\b(zu erledigen|offen\w*|neu|geplant|bereit|ideen\w*|eingang|vorgeschlagen|aufgaben|wiedereroffnet)\b/],
  ['todo', /\b(a faire|nouveau|nouvelle|ouvert\w?|rouvert\w?|demande\w?|idees?|propose\w?|planifie\w?|pret\w?)\b/],
  ['todo', /\b((a|por) fazer|pendentes?|pront[oa]|nov[oa]s?|abert\w+|planejad\w+|planead\w+|propost\w+|reabert\w+)\b/],
  ['todo', /待办|未开始|新建|待处理|需求池|待规划|待设计|待开发|待排期|待开始|打开|未处理|已规划|重新打开/],
  [
    'active',
    /\b(in progress|progress|doing|working|wip|active|started|develop\w*|implement\w*|coding|build\w*|writing|drafting|editing|proofread\w*|translat\w*|design\w*|review\w*|test\w*|qa|uat|analysis|analy[sz]ing|investigat\w*|refin\w*|verif\w*|approving|fixing|rework\w*|deploying|releasing|publishing|production|creating|in call|in work)\b/,
  ],
  [
    'active',
    /\b(en curso|en progreso|haciendo|en proceso|desarroll\w+|redac\w+|escribiendo|revis\w+|correccion|traduccion|analisis|prueba\w*|disen\w+|publicando|en marcha)\b/,
  ],
  [
    'active',
    /\b(in arbeit|in bearbeitung|wird bearbeitet|entwicklung|umsetzung|konzeption|prufung|uberprufung|abnahme|schreiben|lektorat|ubersetzung|entwurf|laufend)\b/,
  ],
  [
    'active',
    /\b(en cours|developpement|redaction|relecture|revue|traduction|conception|en validation|en traitement)\b/,
  ],
  [
    'active',
    /\b(em andamento|em progresso|em curso|fazendo|desenvolvimento|em desenvolvimento|revisao|analise|traducao|teste\w*|redacao|em execucao)\b/,
  ],
  ['active', /进行中|开发中|测试中|处理中|设计中|评审中|验收中|中$|开发|测试|评审|设计/],
];

/** What the patterns say of the most usual names: taking so many patterns in takes longer than reading a small file. */
export const USUAL: ReadonlyMap<string, StageKind> = new Map<string, StageKind>([
  ...['backlog', 'to do', 'todo', 'open', 'new', 'ready', 'selected', 'ideas', 'no status'].map(
    (name): [string, StageKind] => [name, 'todo'],
  ),
  ...['in progress', 'doing', 'review', 'in review', 'testing', 'development', 'writing'].map(
    (name): [string, StageKind] => [name, 'active'],
  ),
  ...['waiting', 'blocked', 'on hold', 'approval', 'waiting for review'].map((name): [string, StageKind] => [
    name,
    'waiting',
  ]),
  ...['done', 'closed', 'resolved', 'completed', 'published', 'released'].map((name): [string, StageKind] => [
    name,
    'done',
  ]),
  ...['cancelled', 'canceled', 'rejected'].map((name): [string, StageKind] => [name, 'dropped']),
]);

/** Letters that are no other letter with a mark, and what people without them write. */
const PLAIN_LETTERS: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ß: 'ss', æ: 'ae', œ: 'oe' };

/** In lower case, and without accents and other marks of letters. */
export function withoutMarks(text: string): string {
  return text
    .normalize('NFD')
    .replace(/\p{M}/gu, '')
    .normalize('NFC')
    .toLowerCase()
    .replace(/[łøđıßæœ]/g, (letter) => PLAIN_LETTERS[letter] as string);
}

/** The form in which names are compared here. */
function plain(name: string): string {
  return withoutMarks(name)
    .replace(/['’]/g, '')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Writing without spaces between words: a phrase may stand anywhere. */
const UNSPACED = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}]/u;

/** Of several phrases in a name, which kind wins: "not started" holds "started", and "waiting for tests" tests. */
const WORD_ORDER: readonly StageKind[] = ['dropped', 'waiting', 'todo', 'done', 'active'];

interface Phrase {
  text: string;
  /** True if it is the beginning of a word; false if it is whole words. */
  isPrefix: boolean;
  /** Place of its kind in WORD_ORDER. */
  rank: number;
}

/** How many letters of a phrase's first word find it. */
const KEY_LENGTH = 3;

/** Phrases of whole words by how they begin, and those of writing without spaces. Made when a name first asks for it. */
let phrases: { spaced: Map<string, Phrase[]>; unspaced: Phrase[] } | null = null;

function readPhrases(): NonNullable<typeof phrases> {
  const spaced = new Map<string, Phrase[]>();
  const unspaced: Phrase[] = [];
  for (const kinds of Object.values(STATUS_WORDS)) {
    for (const [rank, kind] of WORD_ORDER.entries()) {
      for (const written of kinds[kind].split(',')) {
        const phrase = { text: plain(written), isPrefix: written.endsWith('*'), rank };
        if (UNSPACED.test(written)) unspaced.push(phrase);
        else {
          const key = keyOf(phrase.text);
          const others = spaced.get(key);
          if (others === undefined) spaced.set(key, [phrase]);
          else others.push(phrase);
        }
      }
    }
  }
  return { spaced, unspaced };
}

function keyOf(text: string): string {
  const [first = ''] = text.split(' ', 1);
  return first.slice(0, KEY_LENGTH);
}

/** Where the next word begins; −1 if there is none. */
function afterSpace(name: string, from: number): number {
  return name.indexOf(' ', from) + 1 || -1;
}

/** The kind by the words of all languages; null if no phrase is in it. @param name plain */
function kindByWord(name: string): StageKind | null {
  phrases ??= readPhrases();
  let best = WORD_ORDER.length;
  if (UNSPACED.test(name)) {
    for (const { rank, text } of phrases.unspaced) if (rank < best && name.includes(text)) best = rank;
  }
  for (let at = 0; at !== -1 && at < name.length; at = afterSpace(name, at)) {
    const end = afterSpace(name, at);
    const word = name.slice(at, Math.min(at + KEY_LENGTH, end === -1 ? name.length : end - 1));
    for (const { isPrefix, rank, text } of phrases.spaced.get(word) ?? []) {
      if (rank >= best || !name.startsWith(text, at)) continue;
      // "Ny" is new in Scandinavia, but the "NY" of a longer name is none of theirs.
      if (text.length < KEY_LENGTH && name.length > text.length) continue;
      const next = at + text.length;
      if (isPrefix || next === name.length || name[next] === ' ') best = rank;
    }
  }
  return WORD_ORDER[best] ?? null;
}

/** What ends or stops work, wherever it is in a name. */
function isStopped(kind: StageKind | null): boolean {
  return kind === 'dropped' || kind === 'waiting';
}

/** The kind that a status name suggests; null if it suggests none. */
export function kindFromName(status: string): StageKind | null {
  // A status of two parts ("Completed / Closed") is first what its first part says, if that ends the work.
  const parts = status.split(' / ');
  if (parts.length > 1) {
    const first = kindFromName(parts[0] as string);
    // "Completed / Cancelled" is over, and nothing was delivered.
    if (first === 'done' && parts.slice(1).some((part) => kindFromName(part) === 'dropped')) return 'dropped';
    if (first === 'done' || first === 'dropped') return first;
    for (const part of parts.slice(1).reverse()) {
      const kind = kindFromName(part);
      if (kind !== null) return kind;
    }
    return first;
  }
  const name = plain(status);
  const usual = USUAL.get(name);
  if (usual !== undefined) return usual;
  const byPattern = kindByPattern(name);
  if (isStopped(byPattern)) return byPattern;
  const byWord = kindByWord(name);
  return isStopped(byWord) ? byWord : (byPattern ?? byWord);
}

/** The kind by the first pattern that fits; null if none does. @param name plain */
export function kindByPattern(name: string): StageKind | null {
  for (const [kind, pattern] of NAMES) if (pattern.test(name)) return kind;
  return null;
}
