using System.Globalization;
using MspBot.Data.Digests;
using MspBot.Domain;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests;
using MspBot.Domain.People;
using MspBot.Host.Broadcasts;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials;
using MspBot.Host.Plan;
using MspBot.Host.Seminars;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests;

/// <summary>
/// Everything of one kind that waits for a decision, as it stands now. The number is the page; the argument is the kind and the
/// digest it was opened from.
/// </summary>
internal sealed class DecisionsCard(DecisionReader reader, DigestStore store, SiteZone zone) : Card
{
    internal const string Name = "dgl";

    public override string Key => Name;

    public override Access Access => Access.All(DigestScreens.Decides);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!DigestScreens.Decides(turn.Speaker)) return null;
        var (kind, digest) = Read(arg);
        var found = await Pager.Read(Pager.Number(id), page => reader.Page(kind, page, turn.Now));
        var shown = found.Items;
        var names = await store.Names(DigestFiles.People(shown));

        var isHead = turn.Speaker.Is(Role.Head);
        return new Screen(DecisionTexts.List(kind, [.. shown.Select(d => DecisionTexts.Listed(d, names, turn.Now, zone))]))
            .Page(found, decision => DecisionScreens.Open(decision, DecisionTexts.ListButton(decision, names, turn.Now, zone), isHead),
                (label, number) => Page(label, kind, digest, number))
            .Row(Button.Card(DecisionTexts.ToDigest, DigestLinks.Digest, digest), EngineTexts.ToMenu);
    }

    /// <param name="label">What the button says.</param>
    /// <param name="kind">Of what.</param>
    /// <param name="digest">The number of the digest that the list goes back to; 0 is the week that runs.</param>
    /// <param name="page">Which page.</param>
    internal static Button Page(string label, DecisionKind kind, long digest, int page = 0) =>
        Button.Card(label, Name, page, arg: digest == 0 ? $"{kind}" : string.Create(CultureInfo.InvariantCulture, $"{kind}.{digest}"));

    private static (DecisionKind Kind, long Digest) Read(string arg)
    {
        var parts = new Argument(arg);
        return (parts.Case<DecisionKind>() ?? DecisionKind.UnansweredRequest, parts.Number(1) ?? 0);
    }
}

/// <summary>The buttons of decisions.</summary>
internal static class DecisionScreens
{
    /// <summary>Under a digest: what is one of its kind is opened, what is several is a list. Null: this person cannot decide it.</summary>
    /// <param name="digest">Its number; 0 is the week that runs.</param>
    /// <param name="kind">All of one kind.</param>
    /// <param name="names">Of the people it names by number.</param>
    /// <param name="assigns">Whether they are a head.</param>
    internal static Button? Decide(
        long digest, IReadOnlyList<Decision> kind, IReadOnlyDictionary<long, string> names, bool assigns) => kind is [var one]
        ? Open(one, DecisionTexts.OneButton(one, names), assigns)
        : DecisionsCard.Page(DecisionTexts.ManyButton(kind[0].Kind, kind.Count), kind[0].Kind, digest);

    internal static Button? Open(Decision decision, string label, bool assigns) => decision.Kind switch
    {
        DecisionKind.UnansweredRequest => assigns ? Button.Card(label, ConsultationLinks.Assign, decision.Id) : null,
        DecisionKind.UnmarkedSeminar => assigns ? Button.Card(label, SeminarLinks.Attendance, decision.Id) : null,
        DecisionKind.EmptySeminar => Button.Card(label, DigestLinks.Call, decision.Id),
        DecisionKind.SilentSchool => Button.Card(label, DigestLinks.Director, decision.Id),
        DecisionKind.UnreachablePerson => Button.Card(label, DigestLinks.Unreachable, decision.Id),
        DecisionKind.PlanItemDue or DecisionKind.PlanItemOverdue => Button.Card(label, PlanLinks.Item, decision.Id),
        DecisionKind.SurveyLate => Button.Card(label, SurveyLinks.Survey, decision.Id),
        DecisionKind.AnswersToCheck => Button.Card(label, SurveyLinks.Answers, decision.Id),
        DecisionKind.BroadcastUndelivered => assigns ? Button.Card(label, BroadcastLinks.Broadcast, decision.Id) : null,
        DecisionKind.MaterialOffered => assigns ? Button.Card(label, MaterialLinks.Material, decision.Id) : null,
        DecisionKind.UnansweredPlan => assigns ? Button.Card(label, PlanLinks.Reminder, decision.Id, PlanLinks.Remind) : null,
    };
}
