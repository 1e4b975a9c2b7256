using MspBot.Data.Feedback;
using MspBot.Domain.Clock;
using MspBot.Domain.Feedback;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>«Применили?», two weeks later: one tap, once. The answer lies beside the filing, under the same hash.</summary>
internal sealed class AppliedCard(FeedbackReader reader, FeedbackStore store, FeedbackScreens screens, SiteZone zone) : Card
{
    private const string Name = FeedbackLinks.Applied;

    public override string Key => Name;

    public override Access Access => FeedbackScreens.Concerned(reader);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        var meeting = Meeting.OfCode(id);
        var person = turn.Person;
        var details = await reader.Details(meeting, person);
        if (FilingRules.Check(details?.Occasion, turn.Now) is { } refusal) return FeedbackScreens.Refused(refusal);
        return await reader.Filed(meeting, person) switch
        {
            null => FeedbackScreens.Refused(FilingRefusal.NotFiled),
            { AppliedAsked: false } => FeedbackScreens.Refused(FilingRefusal.NotAskedYet),
            { Applied: { } applied } =>
                new Screen(FeedbackTexts.AppliedAnswered(details!.Title, details.StartsAt, applied, zone)).Row(EngineTexts.ToMenu),
            _ => screens.AskApplied(meeting, details!.Title, details.StartsAt),
        };
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (new Argument(action).Case<Applied>() is not { } applied) return Pressed.Fresh();
        await store.Apply(Meeting.OfCode(id), turn.Person, applied);
        return Pressed.Fresh();
    }
}
