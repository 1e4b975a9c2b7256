using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Transcripts;

/// <summary>
/// Texts that somebody has read and agreed to, one file each. A text that differs fails the test and is written beside
/// the approved one as *.received.txt; MSPBOT_APPROVE=1 takes what is said now.
/// </summary>
internal static class Approved
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "MspBot.Tests", "Transcripts");

    internal static void Check(string name, string text)
    {
        var (approved, received) = (Path.Combine(Folder, $"{name}.txt"), Path.Combine(Folder, $"{name}.received.txt"));
        text = text.ReplaceLineEndings("\n").TrimEnd() + "\n";
        if (Environment.GetEnvironmentVariable("MSPBOT_APPROVE") == "1") File.WriteAllText(approved, text);
        var known = File.Exists(approved) ? File.ReadAllText(approved).ReplaceLineEndings("\n") : "";
        if (known == text)
        {
            File.Delete(received);
            return;
        }
        File.WriteAllText(received, text);
        Assert.Fail(
            $"{name} reads differently; the new text is {received}. Read it, then run with " +
            $"MSPBOT_APPROVE=1.\n{Difference(known.Split('\n'), text.Split('\n'))}");
    }

    /// <summary>From the first line that differs, a few lines of both.</summary>
    internal static string Difference(string[] was, string[] now)
    {
        var same = was.Zip(now).TakeWhile(p => p.First == p.Second).Count();
        var tail = was.Reverse().Zip(now.Reverse()).TakeWhile(p => p.First == p.Second).Take(Math.Min(was.Length, now.Length) - same)
            .Count();
        return string.Concat(
            [.. Lines("  ", was.Take(same).TakeLast(3)), .. Lines("- ", was[same..(was.Length - tail)]),
                .. Lines("+ ", now[same..(now.Length - tail)]), .. Lines("  ", now.TakeLast(tail).Take(3))]);
    }

    private static IEnumerable<string> Lines(string sign, IEnumerable<string> lines) => lines.Take(20).Select(line => $"{sign}{line}\n");
}
