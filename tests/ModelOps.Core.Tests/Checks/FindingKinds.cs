namespace ModelOps.Core.Tests.Checks;

/// <summary>Every kind of finding of <c>check</c>.</summary>
internal static class FindingKinds
{
    private const string Lfs = "version https://git-lfs.github.com/spec/v1\noid sha256:4d7a214614ab2935c943f9e0ff69d22eadbb8f32b1258daaa5e2ca24d17e2393\nsize 12345\n";

    public static IReadOnlyList<FindingKind> All { get; } =
    [
        new("MOP1001", lab => lab.Delete("MLmodel"), lab => lab.Delete("python_env.yaml")),
        new("MOP1002", Replace("MLmodel", "model_path: model.pkl", "model_path: 3.10"), Replace("MLmodel", "model_path: model.pkl", "model_path: 'model.pkl'")),
        new("MOP1003", Replace("MLmodel", "flavors:\n", "flavors: {}\nother:\n"), Replace("MLmodel", "  sklearn:\n", "  skl:\n")),
        new("MOP1004", Replace("MLmodel", "python_function:", "pyfunc_of_ours:"), Replace("MLmodel", "  sklearn:\n", "  skl:\n")),
        new("MOP1005", Replace("MLmodel", "signature:\n", "signature_of_old:\n"), Replace("MLmodel", "  params: null\n", "")),
        new("MOP1006", Replace("MLmodel", "\"double\", \"name\": \"age\"", "\"dubble\", \"name\": \"age\""), Replace("MLmodel", "\"double\", \"name\": \"age\"", "\"float\", \"name\": \"age\"")),
        new("MOP1007", Replace("MLmodel", "  outputs: '", "  outputs_of_old: '"), Replace("MLmodel", "  params: null", "  params_of_old: null")),
        new("MOP1008", lab => lab.Write("input_example.json", "{"), lab => lab.Write("input_example.json", lab.Read("input_example.json") + "\n")),
        new("MOP1009", Replace("input_example.json", "\"age\"", "\"agee\""), Replace("input_example.json", "\"columns\":", "\"columns\" :")),
        new("MOP1010", Replace("MLmodel", "code: null", "code: code"), Replace("MLmodel", "code: null", "code: .")),
        new("MOP1011", Replace("MLmodel", "code: null", "code: ../code"), Replace("MLmodel", "code: null", "model_code_path: /home/someone/src/model.pkl")),
        new("MOP1013", lab => lab.Delete("requirements.txt"), Replace("python_env.yaml", "- -r requirements.txt", "- -r ./requirements.txt")),
        new("MOP1014", Replace("python_env.yaml", "python: 3.13.5", "python: 3.13"), Replace("python_env.yaml", "python: 3.13.5", "python: '3.13'")),
        new("MOP1015", Replace("conda.yaml", "lz4==4.4.0", "lz4==4.4.1"), Replace("conda.yaml", "lz4==4.4.0", "lz4==4.4")),
        new("MOP1016", Replace("MLmodel", "sklearn_version: 1.4.2", "sklearn_version: 1.4.3"), Replace("MLmodel", "sklearn_version: 1.4.2", "sklearn_version: 1.4.2+local")),
        new("MOP1017", Replace("conda.yaml", "- python=3.13.5\n", ""), Replace("conda.yaml", "python=3.13.5", "python=3.13")),
        new("MOP1018", Replace("conda.yaml", "- conda-forge", "- defaults"), Replace("conda.yaml", "- conda-forge", "- nodefaults\n- conda-forge")),
        new("MOP1019", Replace("conda.yaml", "- conda-forge", "- bioconda/label/main"), Replace("conda.yaml", "- conda-forge", "- conda-forge/label/main")),
        new("MOP1020", Replace("MLmodel", "mlflow_version: 3.11.2.dev0", "mlflow_version: 0.9"), Replace("MLmodel", "mlflow_version: 3.11.2.dev0", "mlflow_version: 1.0")),
        new("MOP1021", lab => lab.Grow("weights.bin", 2049), lab => lab.Grow("weights.bin", 2040)),
        new("MOP1022", First("--index-url http://pypi.example/simple"), First("--index-url https://pypi.example/simple")),
        new("MOP1023", First("./elsewhere/a-1-py3-none-any.whl"), First("--no-binary lz4")),
        new("MOP1024", First("git+https://git.example/a.git@main"), First("git+https://git.example/a.git@0123456789012345678901234567890123456789")),
        new("MOP1025", First("--extra-index-url https://pypi.example/simple"), First("--index-url https://pypi.example/simple")),
        new("MOP1027", First("--index-url https://ci:hunter22@pypi.example/simple"), First("--index-url https://${USER}:${TOKEN}@pypi.example/simple")),
        new("MOP1028", Replace("input_example.json", "0.05068011873981862,", "NaN,"), Replace("input_example.json", "0.05068011873981862,", "null,")),
        new("MOP1029", _ => { }, _ => { }) { NeighbourSection = "severity: {MOP1029: off}" },
        new("MOP1501", lab => File.CreateSymbolicLink(Path.Combine(lab.Root, "current"), "model.pkl"), lab => lab.Write("current", "model.pkl")),
        new("MOP1502", lab => lab.Write("notes#1.txt", "x"), lab => lab.Write("notes-1.txt", "x")),
        new("MOP1503", lab => lab.Write("Model.pkl", "x"), lab => lab.Write("Model2.pkl", "x")),
        new("MOP1511", lab => lab.Write("model.pkl", Lfs), lab => lab.Write("notes.txt", "see " + Lfs)),
        new("MOP1512", lab => lab.Write(".DS_Store", "x"), lab => lab.Write("DS_Store", "x")),
    ];

    private static Action<CheckLab> Replace(string file, string old, string replacement) => lab => lab.Replace(file, old, replacement);

    private static Action<CheckLab> First(string line) => lab => lab.Write("requirements.txt", $"{line}\n{lab.Read("requirements.txt")}");
}
