using ModelOps.Abstractions.Diagnostics;
using ModelOps.Core.Gates;
using ModelOps.Core.Tests.Verbs.Validate;
using ModelOps.Testing;

namespace ModelOps.Core.Tests.Gathering;

/// <summary>The code of the candidate runs in the command, and tries to change what the candidate is judged by.</summary>
public sealed class HostileCommandTests : IDisposable
{
    private const string Candidate = "test \"$MODELOPS_MODEL_VERSION\" = models:/dev.health.diabetes/1 || ";

    private readonly ValidationLab _lab = new();

    public void Dispose() => _lab.Dispose();

    [UnixTheory]
    [InlineData("chmod -R u+w $MODEL_URI; echo '# harmless' >> $MODEL_URI/MLmodel")]
    [InlineData("echo x > $MODEL_URI/requirements.txt.new; mv -f $MODEL_URI/requirements.txt.new $MODEL_URI/notes.txt")]
    [InlineData("echo mlflow==3.0 > $MODEL_URI/extra.txt")]
    [InlineData("rm -f $MODEL_URI/notes.txt")]
    [InlineData("rm -f $MODEL_URI/notes.txt; ln -s /dev/zero $MODEL_URI/notes.txt")]
    [InlineData("chmod -R u+w $MODEL_URI; truncate -s 4T $MODEL_URI/notes.txt")]
    [InlineData("for d in ${TMPDIR:-/tmp}/modelops-*/content; do grep -q '^0.4321' $d/notes.txt && { rm -f $d/notes.txt; echo 0.01 > $d/notes.txt; }; done")]
    [InlineData("truncate -s 4T card.md")]
    [InlineData("echo 1,1 >> rows.csv")]
    [InlineData("echo >> card.md")]
    public async Task What_is_judged_cannot_be_changed_by_the_command_of_the_candidate(string attack)
    {
        _lab.Write("card.md", "# Card\n");
        _lab.Configure(ValidationLab.Gates + "\nmetadata: {model_card: card.md}");
        // A quality that no other test has: one of the attacks looks for the champion's copy among all private directories.
        await _lab.CrownAsync(0.4321);
        var version = await _lab.RegisterAsync(0.6);
        _lab.Write("predict.sh", $"python3 predict.py; {Candidate} {{ {attack}; }}; true");
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.GateFailed, ReleaseLab.Describe(report));
        Assert.Contains("MOP7008", ValidationLab.Codes(report), StringComparison.Ordinal);
        Assert.Equal(("FAILED", null, false), await _lab.StateAsync(version));
    }

    [UnixFact]
    public async Task What_python_compiles_beside_the_model_is_no_change()
    {
        _lab.Write("predict.sh", "python3 predict.py; mkdir -p $MODEL_URI/code/__pycache__; echo x > $MODEL_URI/code/__pycache__/a.cpython-311.pyc");
        await _lab.RegisterAsync(0.6);
        var report = await _lab.ValidateAsync();

        Assert.True(report.ExitCode == ExitCode.Ok, ReleaseLab.Describe(report));
    }

    [UnixFact]
    public async Task A_worse_candidate_cannot_spoil_the_scripts_that_predict_for_the_champion()
    {
        await _lab.CrownAsync(0.6);
        await _lab.RegisterAsync(0.4);
        _lab.Write("predict.sh", "python3 predict.py");
        _lab.Write("predict.py", File.ReadAllText(_lab.File("predict.py")) + """

            if not os.environ["MODELOPS_MODEL_VERSION"].endswith("/1"):
                text = open("predict.py").read()
                open("predict.py", "w").write(text.replace("quality = ", "quality = 0.05 * ", 1))
            """);
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.Contains(ValidationLab.Result(report).Gates, check => check is { Gate: "champion", Status: GateStatus.Failed });
    }

    [UnixFact]
    public async Task Kept_predictions_of_another_model_are_not_those_that_the_candidate_wrote()
    {
        await _lab.CrownAsync(0.6);
        await _lab.ValidateAsync(("FromAlias", "champion"));
        var kept = Assert.Single(Directory.GetFiles(_lab.File(".modelops/predictions"), "*.csv"));
        var honest = File.ReadAllText(kept);
        await _lab.RegisterAsync(0.4);
        // All are turned into bad ones with a note that fits; a made-up entry is put beside them.
        _lab.Write("predict.py", File.ReadAllText(_lab.File("predict.py")) + $$"""

            import glob, hashlib, json
            for path in [] if os.environ["MODELOPS_MODEL_VERSION"].endswith("/1") else glob.glob(".modelops/predictions/*.csv") + [".modelops/predictions/{{new string('0', 64)}}.csv"]:
                text = "id,y,p\n" + "".join(f"{row},{row % 2},0.5\n" for row in range(400))
                open(path, "w").write(text)
                digest = "sha256:" + hashlib.sha256(text.encode()).hexdigest()
                open(path[:-4] + ".note.json", "w").write(json.dumps({"Predictions": digest, "Metrics": None}))
            """);
        var report = await _lab.ValidateAsync();

        Assert.Equal(ExitCode.GateFailed, report.ExitCode);
        Assert.NotEqual(honest, File.ReadAllText(kept));
        var own = Assert.Single(Directory.GetFiles(_lab.File(".modelops/predictions"), "*.note.json"));
        Assert.False(own.StartsWith(kept[..^4], StringComparison.Ordinal));
        Assert.DoesNotContain("0000000000", own, StringComparison.Ordinal);
    }
}
