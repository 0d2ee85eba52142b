/**
 * Words of roles, teams and machines. A name of such words alone is no person's: statuses and titles use the same words,
 * and it is not looked for in them. A name that holds one is looked for as a whole.
 */
export const ROLE_WORDS: ReadonlySet<string> = new Set(
  'team teams group squad crew qa qc dev devs devops ops design designer designers review reviewer reviewers test tester testers testing support admin administrator bot bots user users backend frontend developer developers development marketing sales legal finance security platform mobile web data product owner owners manager management editor editors editorial content writer writers publisher publishing publish writing release build ci system service automation unassigned nobody none null anonymous unknown everyone all other others external internal client customer vendor contractor intern lead leads engineer engineers engineering analyst analysts architect it hr po pm ba sm ux ui bug bugs story task tasks epic feature done open closed todo doing progress ready blocked waiting backlog new active person people github gitlab jira azure trello asana start end begin'.split(
    ' ',
  ),
);

/** Words that are names and also say something else: they are names where they are written as such. */
export const ORDINARY_WORDS: ReadonlySet<string> = new Set(
  'will may mark page long case day young grace rose hope faith joy art bill bob chase chance clay cliff cole dale dean drew earl faith field fields frank gene glen grant guy heath hunter ivy jack jasper jay june august april king lane law lee levy line list love major max mead mill miles moss noble north west east south park parks pat paul peg penny pierce pike pool poole price prince rich ray reed reid rob robin rock rusty sage sandy short sky sterling stone sue summer summers sunny tab ted teller temple tag tim tree trip victor wade ward waters wells white black brown green gray grey wood woods best bush cook cross early fish fox gold good hall hand hill holly home house hand job knight little lord low man marks mason miller moody nice order painter parker pearl powers read ring rivers root sharp sharpe silver small smart smith spring staff start stark steel strong swift thorn tower twist wall walker watch weeks winter wise word worth wright work key open close block plan task test code age time date item items log name change add set run ship fix done next step stage link type from to in on at is an be or and the of for by as it no not so do go up us we he me my if add any all out off now new old'.split(
    ' ',
  ),
);

/** Words between names that are none themselves. */
export const PARTICLES: ReadonlySet<string> = new Set(
  'van von der den de del della di da do dos das du la le les los el al bin ibn ben bint ter ten af av zu zum zur und and of the mc mac st jr sr ii iii dr mr mrs ms prof'.split(
    ' ',
  ),
);
