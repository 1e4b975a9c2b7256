using MspBot.Domain.Clock;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Tests.Support;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>A dialog without storage: one flow, one body, turn after turn as the engine runs them.</summary>
internal sealed class PureDialog(Func<Dialog, Task<Outcome>> talk, DialogBody? body = null)
{
    internal static readonly SiteZone Zone = new(TimeZoneInfo.FindSystemTimeZoneById("Europe/Moscow"));

    internal DialogBody Body { get; private set; } = body ?? new();

    internal string? Note { get; private set; }

    internal Outcome? Ended { get; private set; }

    /// <summary>The key of the question on screen; null once the dialog has ended.</summary>
    internal string? Open { get; private set; }

    internal Screen Screen { get; private set; } = new(Html.Empty);

    internal IReadOnlyList<string> Labels => [.. Screen.Rows.SelectMany(r => r).Select(b => b.Label)];

    internal IReadOnlyDictionary<string, string> Answers => Body.Answers.ToDictionary(a => a.Key, a => a.Json);

    internal Task<PureDialog> Begin() => Turn(run => run.Go());

    internal Task<PureDialog> Types(string text) => Turn(run => run.Go(new Given.Words(text)));

    internal Task<PureDialog> Skips() => Turn(run => run.Go(new Given.Skipped()));

    /// <summary>As a tap: the option is taken from the screen as it was shown.</summary>
    internal Task<PureDialog> Picks(string label)
    {
        var option = Body.Shown!.Options.First(o => o.Label == label);
        return Turn(run => run.Go(new Given.Option(option)));
    }

    internal Task<PureDialog> Ticks(params string[] labels)
    {
        Body.Shown = Body.Shown! with { Ticked = [.. Body.Shown.Options.Where(o => labels.Contains(o.Label))] };
        return Turn(run => run.Go(new Given.Ready()));
    }

    internal Task<PureDialog> GoesBack() => Turn(async run =>
    {
        await run.Back();
        return null;
    });

    internal Task<PureDialog> Changes(string key) => Turn(async run =>
    {
        await run.Change(key);
        return null;
    });

    internal Task<PureDialog> Looks(int page = 0, string? query = null, string? face = null)
    {
        Body.Shown = Body.Shown! with { Page = page, Query = query, Face = face };
        return Turn(run => run.Go());
    }

    /// <summary>The same answers, opened by another version of the dialog, out of what was stored.</summary>
    internal Task<PureDialog> DeployedAs(Func<Dialog, Task<Outcome>> next) =>
        new PureDialog(next, DialogBody.Read(Body.Write(), Body.Revision)).Begin();

    private async Task<PureDialog> Turn(Func<FlowRun, Task<Outcome?>> step)
    {
        var run = new FlowRun(new Written(talk), Body, new Speaker(new(1), null, new HashSet<Domain.People.Role>()), Some.Noon, Zone);
        Ended = await step(run);
        (Open, Note) = (run.Open?.Key, run.Note);
        if (run.Open is null) return this;
        Screen = await DialogScreen.Draw(run.Open, Body, 1, run.WayOut, Note, run.Taken is not null);
        Body = DialogBody.Read(Body.Write(), Body.Revision);   // as if the program had been restarted
        return this;
    }

    private sealed class Written(Func<Dialog, Task<Outcome>> talk) : Flow
    {
        public override string Key => "written";

        public override Access Access => Access.NoRow("a form of a test");

        public override string Title => "Проба";

        public override Task<Outcome> Talk(Dialog ask) => talk(ask);
    }
}

/// <summary>Questions that tests ask: only the key matters.</summary>
internal static class Ask
{
    internal static Prompt Prompt(string label) => new(label, $"{label}?");

    internal static Task<string> Words(this Dialog ask, string key) => ask.Text(key, Prompt(key), max: 50);

    internal static Task<int> Number(this Dialog ask, string key, params IEnumerable<int> offered) =>
        ask.Choice(key, Prompt(key), [.. offered.Select(n => new Option<int>(n, $"№ {n}"))]);

    internal static Outcome Over { get; } = new Outcome.JustSay(new Screen(Html.Text("всё")));
}
