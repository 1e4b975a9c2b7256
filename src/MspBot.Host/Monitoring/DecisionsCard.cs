using MspBot.Data.Monitoring;
using MspBot.Domain.Clock;
using MspBot.Domain.Monitoring;
using MspBot.Domain.People;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.Seminars;

namespace MspBot.Host.Monitoring;

/// <summary>Everything of one kind that waits for a decision, as it stands now. The number is the page, the argument the kind.</summary>
internal sealed class DecisionsCard(DecisionReader reader, DigestStore store, SiteZone zone) : Card
{
    internal const string Name = "dgl";

    public override string Key => Name;

    public override Access Access => Access.All(DigestScreens.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!DigestScreens.Decides(turn.Speaker)) return null;
        var kind = Enum.TryParse<DecisionKind>(arg, out var known) && Enum.IsDefined(known) ? known : DecisionKind.UnansweredRequest;
        var page = id is > 0 and < 10_000 ? (int)id : 0;
        var found = await reader.Page(kind, page, turn.Now);
        if (found.Count == 0 && page > 0) found = await reader.Page(kind, page = 0, turn.Now);
        var shown = found.Take(DecisionReader.PageSize).ToList();
        var names = await store.Names(DigestFiles.People(shown));

        var screen = new Screen(DecisionTexts.List(kind, [.. shown.Select(d => DecisionTexts.One(d, names, turn.Now, zone))]));
        foreach (var decision in shown)
            screen = screen.Row(DecisionScreens.Open(decision, DecisionTexts.ListButton(decision, names, turn.Now, zone), turn.Speaker.Is(Role.Head)));
        return screen
            .Row(page == 0 ? null : Turned("‹", page - 1, kind), found.Count > DecisionReader.PageSize ? Turned("›", page + 1, kind) : null)
            .Row(Button.Card(DecisionTexts.ToDigest, DigestCard.Name, 0), EngineTexts.ToMenu);
    }

    private static Button Turned(string label, int page, DecisionKind kind) => Button.Card(label, Name, page, arg: $"{kind}");
}

/// <summary>The buttons of decisions.</summary>
internal static class DecisionScreens
{
    /// <summary>Under a digest: what is one of its kind is opened, what is several is a list. Null: this person cannot decide it.</summary>
    /// <param name="kind">All of one kind.</param>
    /// <param name="names">Of the people it names by number.</param>
    /// <param name="assigns">Whether they are a head.</param>
    internal static Button? Decide(IReadOnlyList<Decision> kind, IReadOnlyDictionary<long, string> names, bool assigns) => kind is [var one]
        ? Open(one, DecisionTexts.OneButton(one, names), assigns)
        : Button.Card(DecisionTexts.ManyButton(kind[0].Kind, kind.Count), DecisionsCard.Name, 0, arg: $"{kind[0].Kind}");

    internal static Button? Open(Decision decision, string label, bool assigns) => decision.Kind switch
    {
        DecisionKind.UnansweredRequest => assigns ? Button.Card(label, AssignCard.Name, decision.Id) : null,
        DecisionKind.UnmarkedSeminar => assigns ? Button.Card(label, AttendanceCard.Name, decision.Id) : null,
        DecisionKind.EmptySeminar => Button.Card(label, CallCard.Name, decision.Id),
        DecisionKind.SilentSchool => Button.Card(label, DirectorCard.Name, decision.Id),
        DecisionKind.UnreachablePerson => Button.Card(label, UnreachableCard.Name, decision.Id),
    };
}
