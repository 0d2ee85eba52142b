// What `eval` takes in: small, because a shell reads it at each start. All that is to be known is asked of pitwall. What
// it answers is data to these scripts, never code: nothing of it is evaluated or expanded, whatever a stage is called.

/** Bash from 3.2 on, without the package bash-completion. */
const BASH = `# Completion of pitwall for bash: eval "$(pitwall completion bash)"
_pitwall() {
  local kind='' reply=''
  COMPREPLY=()
  while IFS= read -r reply; do
    if [[ -z $kind ]]; then kind=$reply; else COMPREPLY+=("$reply"); fi
  done < <(command pitwall __complete bash "\${COMP_LINE:0:COMP_POINT}" "$COMP_WORDBREAKS" 2>/dev/null </dev/null)
  [[ $kind == files ]] || compopt +o default 2>/dev/null
  [[ $kind != open ]] || compopt -o nospace 2>/dev/null
  return 0
}
complete -o default -F _pitwall pitwall
`;

/** It also works as a file _pitwall in a folder of fpath. */
const ZSH = `#compdef pitwall
# Completion of pitwall for zsh: eval "$(pitwall completion zsh)"
_pitwall() {
  local kind='' reply='' about=''
  local -a values shown unfinished unfinished_shown
  local -i widest=0
  while IFS= read -r reply; do
    if [[ -z $kind ]]; then kind=$reply; continue; fi
    about=\${reply#*$'\\t'}
    reply=\${reply%%$'\\t'*}
    [[ -z $about ]] || about=" -- $about"
    if [[ $reply == *= ]]; then
      unfinished+=("$reply"); unfinished_shown+=("$reply$about")
    else
      values+=("$reply"); shown+=("$reply$about")
    fi
  done < <(command pitwall __complete zsh "\${(@Q)words[2,CURRENT-1]}" "\${(Q)PREFIX}" 2>/dev/null </dev/null)
  if [[ $kind == files ]]; then
    [[ $PREFIX != --*=* ]] || compset -P '*='
    _files
    return
  fi
  local -i found=1
  (( $#values )) && compadd -l -d shown -a values && found=0
  (( $#unfinished )) && compadd -l -d unfinished_shown -S '' -a unfinished && found=0
  return found
}
if [[ \${funcstack[1]-} == _pitwall ]]; then
  _pitwall "$@"
else
  (( $+functions[compdef] )) || { autoload -Uz compinit && compinit -i -D; }
  compdef _pitwall pitwall
fi
`;

const FISH = `# Completion of pitwall for fish: pitwall completion fish | source
function __pitwall_complete
    set -l before (commandline -opc)
    set -l word (commandline -ct)
    set -l answer (command pitwall __complete fish $before[2..-1] "$word" 2>/dev/null </dev/null)
    if test "$answer[1]" = files
        set -l prefix (string match -r -- '^--[^=]+=' "$word")
        set -l files (__fish_complete_path (string replace -- "$prefix" '' "$word"))
        for file in $files
            printf '%s%s\\n' "$prefix" $file
        end
    else
        for value in $answer[2..-1]
            printf '%s\\n' $value
        end
    end
end
complete -c pitwall -e
complete -c pitwall -f -a '(__pitwall_complete)'
`;

/** The scripts, by the names of their shells. */
export const SCRIPTS: Readonly<Record<string, string>> = { bash: BASH, zsh: ZSH, fish: FISH };
