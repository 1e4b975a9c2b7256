namespace MspBot.Sandbox;

internal sealed record StoredFile(string Id, string UniqueId, string Path, string Name, string MimeType, byte[] Bytes);

/// <summary>Files in memory, the oldest dropped beyond the limit.</summary>
internal sealed class FileStore(long maxBytes, Random random)
{
    private const string UniquePrefix = "AgAD";
    private readonly Lock gate = new();
    private readonly Dictionary<string, StoredFile> byId = [];
    private readonly Dictionary<string, StoredFile> byPath = [];
    private readonly Queue<StoredFile> order = new();
    private long total;
    private int count;

    public StoredFile Add(Upload upload, string kind)
    {
        lock (gate)
        {
            var number = ++count;
            var tail = new byte[24];
            random.NextBytes(tail);
            var unique = $"{UniquePrefix}{number:x8}";
            var file = new StoredFile(
                $"BQACAgIAAx{Convert.ToBase64String(tail).Replace('+', '-').Replace('/', '_')}{number:x8}",
                unique,
                $"{kind}/file_{number}{System.IO.Path.GetExtension(upload.Name)}",
                upload.Name.Length > 0 ? upload.Name : "file",
                upload.ContentType is "" or "application/octet-stream" ? MimeOf(upload.Name) : upload.ContentType,
                upload.Bytes);
            Keep(file);
            return file;
        }
    }

    /// <summary>A file of an earlier run under its old ids; the same file twice is one.</summary>
    public void Restore(StoredFile file)
    {
        lock (gate)
        {
            if (byId.ContainsKey(file.Id)) return;
            count = Math.Max(count, Convert.ToInt32(file.UniqueId[UniquePrefix.Length..], 16));
            Keep(file);
        }
    }

    public StoredFile? Find(string id)
    {
        lock (gate) return byId.GetValueOrDefault(id);
    }

    public StoredFile? AtPath(string path)
    {
        lock (gate) return byPath.GetValueOrDefault(path);
    }

    /// <summary>Could the text be a file id at all?</summary>
    public static bool LooksLikeId(string id) => id.Length >= 20 && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '_');

    private void Keep(StoredFile file)
    {
        byId[file.Id] = file;
        byPath[file.Path] = file;
        order.Enqueue(file);
        total += file.Bytes.Length;
        while (total > maxBytes && order.Count > 1)
        {
            var old = order.Dequeue();
            byId.Remove(old.Id);
            byPath.Remove(old.Path);
            total -= old.Bytes.Length;
        }
    }

    private static string MimeOf(string name) => System.IO.Path.GetExtension(name).ToLowerInvariant() switch
    {
        ".txt" => "text/plain",
        ".csv" => "text/csv",
        ".pdf" => "application/pdf",
        ".png" => "image/png",
        ".jpg" or ".jpeg" => "image/jpeg",
        ".ics" => "text/calendar",
        ".html" => "text/html",
        ".json" => "application/json",
        ".zip" => "application/zip",
        ".docx" => "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        ".xlsx" => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "application/octet-stream",
    };
}
