using MspBot.Data.Feedback;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People;

namespace MspBot.Host.Feedback;

/// <summary>
/// In the profile: no questions about any meeting, or again about each. The button says what it will be: pressed twice it does the same.
/// </summary>
internal sealed class FeedbackPreference(FeedbackReader reader) : ProfileChoice
{
    public override async Task<Button?> For(Turn turn)
    {
        if (turn.Speaker.PersonOrNull is not { } person) return null;
        return await reader.IsQuiet(person)
            ? Button.Card(FeedbackTexts.AskAlways, FeedbackLinks.Preference, 0, FeedbackPreferenceCard.Ask)
            : Button.Card(FeedbackTexts.AskNever, FeedbackLinks.Preference, 0, FeedbackPreferenceCard.AskNoMore);
    }
}

/// <summary>What the button does; then the profile is shown as it is now.</summary>
internal sealed class FeedbackPreferenceCard(FeedbackRequestStore requests) : Card
{
    private const string Name = FeedbackLinks.Preference;
    internal const string Ask = "ask";
    internal const string AskNoMore = "stop";

    public override string Key => Name;

    public override Access Access => Access.NoRow("a setting of the speaker's own");

    public override Task<Screen?> Show(Turn turn, long id, string arg) => Task.FromResult<Screen?>(null);

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (action is Ask or AskNoMore && turn.Speaker.PersonOrNull is { } person) await requests.SetQuiet(person, action == AskNoMore);
        return Pressed.Open(PeopleLinks.Profile, 0);
    }
}
