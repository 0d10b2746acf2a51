namespace ModelOps.Cli;

/// <summary>Scripts that hand the command line to the <c>[suggest]</c> directive.</summary>
internal static class CompletionScript
{
    private const string Bash = """
        # Load with: eval "$(modelops completion bash)"
        _modelops_complete() {
          local IFS=$'\n' line="${COMP_LINE:0:COMP_POINT}" word before=""
          word="${line##* }"
          COMPREPLY=($(compgen -W "$(modelops "[suggest:${COMP_POINT}]" "${COMP_LINE}" 2>/dev/null)" -- "${word}"))
          # Where bash breaks words at @, what stands before it is on the line already.
          if [[ "${COMP_WORDBREAKS}" == *@* && "${word}" == *@* ]]; then before="${word%@*}@"; fi
          COMPREPLY=("${COMPREPLY[@]#"${before}"}")
        }
        complete -o default -F _modelops_complete modelops
        """;

    private const string Zsh = """
        # Load with: eval "$(modelops completion zsh)"
        _modelops() {
          local -a candidates
          candidates=("${(@f)$(modelops "[suggest:${CURSOR}]" "${BUFFER}" 2>/dev/null)}")
          if [[ -n "${candidates[1]}" ]]; then compadd -- "${candidates[@]}"; else _files; fi
        }
        compdef _modelops modelops
        """;

    private const string Pwsh = """
        # Load with: modelops completion pwsh | Out-String | Invoke-Expression
        Register-ArgumentCompleter -Native -CommandName modelops -ScriptBlock {
            param($word, $line, $position)
            modelops "[suggest:$position]" "$line" 2>$null |
                Where-Object { $_ -like "$word*" } |
                ForEach-Object { [System.Management.Automation.CompletionResult]::new($_, $_, 'ParameterValue', $_) }
        }
        """;

    /// <summary>Shells that are served.</summary>
    public static IReadOnlyList<string> Shells { get; } = ["bash", "zsh", "pwsh"];

    /// <summary>The script of a shell; null for a shell that is not served.</summary>
    public static string? For(string? shell) => shell switch
    {
        "bash" => Bash,
        "zsh" => Zsh,
        "pwsh" => Pwsh,
        _ => null,
    };
}
