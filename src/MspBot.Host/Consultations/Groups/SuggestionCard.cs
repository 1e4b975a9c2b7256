using System.Globalization;
using MspBot.Data.Consultations.Groups;
using MspBot.Domain.People;
using MspBot.Host.Consultations.Requests;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Consultations.Groups;

/// <summary>Several ask about one thing: a tutor may gather them. The number of the row is one of their requests.</summary>
internal sealed class SuggestionCard(GroupReader reader) : Card
{
    private const string Name = ConsultationLinks.Suggestion;
    private const string No = "no";

    public override string Key => Name;

    public override Access Access => Rows(reader);

    /// <summary>
    /// A tutor gathers out of what was asked of them; requests of colleagues come along only where they are about the same.
    /// </summary>
    internal static Access Rows(GroupReader reader) => Access.Rows(async (turn, id) => turn.Speaker.Is(Role.Head)
        || (turn.Speaker.Is(Role.Tutor) && (await reader.Like(new(id), turn.Person)).Any(r => r.TutorId == turn.Person)));

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (!NewGroupFlow.MayGather(turn.Speaker)) return null;
        var set = await reader.Like(new(id), turn.Person);
        return set.Count == 0 ? Plain(GroupNewsTexts.NothingToGather) : Screen(set);
    }

    public override Task<Pressed> Press(Turn turn, long id, string action, string arg) =>
        action == No && NewGroupFlow.MayGather(turn.Speaker)
        ? Task.FromResult(Pressed.Instead(Plain(GroupNewsTexts.NotSuggestedAgain)))
        : base.Press(turn, id, action, arg);

    internal static Screen Screen(IReadOnlyList<OpenRequest> set) => new Screen(GroupNewsTexts.Suggestion(set))
        .Row(Button.Flow(ConsultationTexts.GatherGroup, ConsultationLinks.NewGroup, set[0].Id),
            Button.Card(GroupNewsTexts.NotNeeded, Name, set[0].Id.Value, No));

    private static Screen Plain(string text) => new Screen(Html.Text(text)).Row(EngineTexts.ToMenu);
}
