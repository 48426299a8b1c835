# Completion of medic for bash: source it, or put it into /usr/share/bash-completion/completions/medic.
# shellcheck shell=bash
_medic() {
    local word=${COMP_WORDS[COMP_CWORD]} previous=${COMP_WORDS[COMP_CWORD - 1]} i
    local -a plain=()
    COMPREPLY=()
    for ((i = 1; i < COMP_CWORD; i++)); do
        case ${COMP_WORDS[i]} in
            --key | --reason | --ticket | --group | --node | --set | --plan-hash | --comment | --from | --to | --job | --output | \
                --name | --cron | --time-zone | --mode | --window | --file) ((i++)) ;;
            -*) ;;
            *) plain+=("${COMP_WORDS[i]}") ;;
        esac
    done
    case $previous in
        --output | --file)
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
            return
            ;;
        --key | --reason | --ticket | --group | --node | --set | --plan-hash | --comment | --from | --to | --job | --name | --cron | --time-zone | --window) return ;;
        --mode)
            mapfile -t COMPREPLY < <(compgen -W 'PLAN EXECUTE' -- "$word")
            return
            ;;
    esac
    if [[ $word == -* ]]; then
        mapfile -t COMPREPLY < <(compgen -W '--json --table --help --no-wait --wait-approval --decline --pseudonyms --key
            --reason --ticket --group --node --set --plan-hash --comment --from --to --job --output --name --cron --time-zone --mode --window --file' -- "$word")
        return
    fi
    local words=''
    case ${#plain[@]}:${plain[0]:-} in
        0:) words='clusters status runbooks diagnose plan run jobs watch approve restore cancel bundle analyse schedule' ;;
        1:status | 1:diagnose | 1:plan | 1:run | 1:jobs | 1:bundle) words=$(medic --json clusters 2>/dev/null | jq -r '.items[].id') ;;
        1:watch | 1:approve | 1:restore | 1:cancel) words=$(medic --json jobs 2>/dev/null | jq -r '.items[].id') ;;
        2:plan | 2:run) words=$(medic --json runbooks 2>/dev/null | jq -r '.items[].name') ;;
        1:schedule) words='list show create pause resume remove runs' ;;
        2:schedule)
            case ${plain[1]} in
                create) words=$(medic --json clusters 2>/dev/null | jq -r '.items[].id') ;;
                show | pause | resume | remove | runs) words=$(medic --json schedule list 2>/dev/null | jq -r '.items[].id') ;;
            esac
            ;;
        3:schedule) words='diagnosis recover' ;;
        2:bundle) words='E-NETWORK E-DATABASE E-ICSA E-SYNC-AGENT' ;;
        1:analyse)
            mapfile -t COMPREPLY < <(compgen -f -- "$word")
            return
            ;;
    esac
    mapfile -t COMPREPLY < <(compgen -W "$words" -- "$word")
}
complete -F _medic medic
