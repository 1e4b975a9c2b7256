using System.Text.Json;
using MspBot.Sandbox.Page;

namespace MspBot.Sandbox.History;

/// <summary>
/// The folder of the history: lines that are only ever added, and the files of the messages. A line cut short by a crash is left out.
/// </summary>
internal sealed class HistoryFolder : IDisposable
{
    private readonly string path;
    private readonly string lines;
    private FileStream? writing;

    internal HistoryFolder(string path)
    {
        this.path = path;
        lines = Path.Combine(path, "chats.jsonl");
    }

    internal void Forget()
    {
        if (Directory.Exists(path)) Directory.Delete(path, recursive: true);
    }

    internal IReadOnlyList<HistoryLine> Read() => !File.Exists(lines) ? [] : [.. File.ReadLines(lines).Select(Parse).OfType<HistoryLine>()];

    /// <summary>Replaces everything by these lines; files that they do not name are deleted.</summary>
    internal void Begin(IReadOnlyList<HistoryLine> kept)
    {
        Directory.CreateDirectory(path);
        var next = lines + ".new";
        using (var stream = File.Create(next))
        {
            foreach (var line in kept) Write(stream, line);
        }

        File.Move(next, lines, overwrite: true);
        var named = kept.Select(line => line.Message?.Media?.File?.UniqueId).OfType<string>().ToHashSet();
        foreach (var file in Directory.EnumerateFiles(path)
            .Where(f => f != lines && !named.Contains(Path.GetFileName(f)))) File.Delete(file);
        writing = new FileStream(lines, FileMode.Append, FileAccess.Write, FileShare.Read);
    }

    internal void Add(HistoryLine line)
    {
        Write(writing!, line);
        writing!.Flush();
    }

    internal void Keep(StoredFile file)
    {
        var at = Path.Combine(path, file.UniqueId);
        if (!File.Exists(at)) File.WriteAllBytes(at, file.Bytes);
    }

    /// <summary>Null when its bytes are gone.</summary>
    internal StoredFile? Find(SavedFile saved)
    {
        var at = Path.Combine(path, saved.UniqueId);
        return File.Exists(at) ? new(saved.Id, saved.UniqueId, saved.Path, saved.Name, saved.MimeType, File.ReadAllBytes(at)) : null;
    }

    public void Dispose() => writing?.Dispose();

    private static void Write(Stream stream, HistoryLine line)
    {
        stream.Write(PageJson.Of(line));
        stream.WriteByte((byte)'\n');
    }

    private static HistoryLine? Parse(string line)
    {
        try
        {
            return JsonSerializer.Deserialize<HistoryLine>(line, PageJson.Options);
        }
        catch (JsonException)
        {
            return null;
        }
    }
}
