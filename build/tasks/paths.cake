var root = MakeAbsolute(Directory(".."));
if (!FileExists(root.CombineWithFilePath("Toolkit.sln")))
{
    root = MakeAbsolute(Directory("."));
}

var solution = root.CombineWithFilePath("Toolkit.sln").FullPath;
var artifacts = root.Combine("artifacts");
var configuration = Argument("configuration", "Release");
