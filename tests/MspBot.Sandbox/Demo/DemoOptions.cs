using System.Globalization;

namespace MspBot.Sandbox.Demo;

/// <summary>How the demo is started; everything has a default.</summary>
internal sealed record DemoOptions
{
    internal const string Usage = """
        The sandbox: the bot and a Telegram of its own in the browser. Nothing leaves this machine.

          --fresh             begin anew: forget everything that was done in the demo
          --port 8081         the page's port on 127.0.0.1; another free one is taken if this one is not free
          --data data/sandbox where the demo keeps its database
          --database "…"      a connection string of an empty PostgreSQL database for the demo, instead of a private one
          --page FOLDER       serve the page's files from a folder, for working on them
          --district          no bot and no page: three years of 60 schools in an empty database (with --data or --database), for digests
          --server-only       no bot and no page: just the Bot API server, see --help --server-only

        """;

    public string Folder { get; init; } = Path.Combine("data", "sandbox");

    public int Port { get; init; } = 8081;

    public bool Fresh { get; init; }

    public string? Database { get; init; }

    /// <summary>Only to fill a database.</summary>
    public bool District { get; init; }

    public string? PageFolder { get; init; }

    /// <summary>Off in tests: what is lost with the power does not matter there.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>Called with what a start is doing.</summary>
    public Action<string>? Progress { get; init; }

    /// <summary>Real time, or what a test calls so.</summary>
    public TimeProvider Time { get; init; } = TimeProvider.System;

    /// <exception cref="DemoException">An argument is unknown or has no value.</exception>
    internal static DemoOptions Read(IReadOnlyList<string> args)
    {
        var options = new DemoOptions();
        for (var i = 0; i < args.Count; i++)
        {
            string Value() => ++i < args.Count ? args[i] : throw new DemoException($"{args[i - 1]} needs a value\n\n{Usage}");
            options = args[i] switch
            {
                "--fresh" => options with { Fresh = true },
                "--district" => options with { District = true },
                "--port" => options with { Port = PortOf(Value()) },
                "--data" => options with { Folder = Value() },
                "--database" => options with { Database = Value() },
                "--page" => options with { PageFolder = Value() },
                var unknown => throw new DemoException($"The sandbox does not know «{unknown}»\n\n{Usage}"),
            };
        }

        return options;
    }

    private static int PortOf(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= 65_535
        ? port : throw new DemoException($"--port is «{text}»: it should be a number up to 65535");
}

/// <summary>Why the demo cannot start: a line for whoever started it.</summary>
internal sealed class DemoException(string message) : Exception(message);
