using System.Globalization;

namespace MspBot.Sandbox.Demo;

/// <summary>The demo's folder: one demo at a time, and what it remembers besides its database.</summary>
internal sealed class DemoFolder : IDisposable
{
    private readonly FileStream held;
    private readonly string address;
    private readonly string offset;

    private DemoFolder(string path, FileStream held)
    {
        (Path, this.held) = (path, held);
        address = System.IO.Path.Combine(path, "sandbox.address");
        offset = System.IO.Path.Combine(path, "sandbox.clock");
    }

    public string Path { get; }

    /// <summary>Where what was said in the chats is kept.</summary>
    public string Chats => System.IO.Path.Combine(Path, "sandbox.chats");

    /// <summary>How far the demo's clock was moved in earlier runs: what is in the database has happened.</summary>
    public TimeSpan Offset
    {
        get => File.Exists(offset) && TimeSpan.TryParse(File.ReadAllText(offset), CultureInfo.InvariantCulture, out var kept)
            && kept > TimeSpan.Zero ? kept : TimeSpan.Zero;
        set => File.WriteAllText(offset, value.ToString("c", CultureInfo.InvariantCulture));
    }

    /// <summary>Held until the process ends, however it ends.</summary>
    /// <exception cref="DemoException">Another demo runs on this folder, or it cannot be written to.</exception>
    public static DemoFolder Take(string folder)
    {
        var path = System.IO.Path.GetFullPath(folder);
        try
        {
            Directory.CreateDirectory(path);
            return new(path, new FileStream(System.IO.Path.Combine(path, "sandbox.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite,
                FileShare.None));
        }
        catch (UnauthorizedAccessException e)
        {
            throw new DemoException($"The sandbox cannot write to {path}: {e.Message}");
        }
        catch (IOException e)
        {
            var known = System.IO.Path.Combine(path, "sandbox.address");
            throw new DemoException(File.Exists(known)
                ? $"The sandbox runs already: open {File.ReadAllText(known).Trim()} (or stop it first; --data FOLDER starts another one)"
                : $"The sandbox cannot use {path}: {e.Message}");
        }
    }

    public void Announce(Uri at) => File.WriteAllText(address, $"{at}\n");

    public void WriteIfMissing(string name, string text)
    {
        var path = System.IO.Path.Combine(Path, name);
        if (!File.Exists(path)) File.WriteAllText(path, text);
    }

    public void Dispose()
    {
        File.Delete(address);
        held.Dispose();
    }
}
