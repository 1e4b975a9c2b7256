using System.Text.RegularExpressions;
using MspBot.Tests.Support;

namespace MspBot.Tests.Architecture;

/// <summary>One source file: its path from the root of the repository, and its text.</summary>
sealed partial record Source(string Path, string Text)
{
    static readonly string[] Tops = ["src", "tests"];

    /// <summary>The text without comments and with every literal emptied.</summary>
    public string Code => code ??= NotCode().Replace(Text, "\"\"");

    string? code;

    public string Folder => Path[..Path.LastIndexOf('/')];

    /// <summary>«Host» for a file of src/MspBot.Host; null outside src.</summary>
    public string? Project => Path.Split('/') is ["src", var folder, ..] ? folder["MspBot.".Length..] : null;

    /// <summary>The feature or other top folder of the project; null in the project's root.</summary>
    public string? Place => Path.Split('/') is ["src", _, var place, _, ..] ? place : null;

    public string Namespace => string.Join('.', Folder.Split('/').Skip(1));

    /// <summary>A file that announces what its room has knows all of the room, as the root knows all of the program.</summary>
    public bool Composes => Place is null || Path.EndsWith("Registration.cs", StringComparison.Ordinal);

    public static IEnumerable<Source> All() =>
        Tops.SelectMany(top => Directory.EnumerateFiles(System.IO.Path.Combine(Repository.Root, top), "*.cs", SearchOption.AllDirectories))
            .Select(file => System.IO.Path.GetRelativePath(Repository.Root, file).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(folder => folder is "bin" or "obj"))
            .Select(path => new Source(path, File.ReadAllText(System.IO.Path.Combine(Repository.Root, path))));

    [GeneratedRegex(@"//[^\n]*|/\*.*?\*/|\x22{3}.*?\x22{3}|\x22(?:\\.|[^\x22\\\n])*\x22", RegexOptions.Singleline)]
    private static partial Regex NotCode();
}
