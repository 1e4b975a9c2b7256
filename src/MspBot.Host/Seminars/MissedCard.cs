using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations;

namespace MspBot.Host.Seminars;

/// <summary>The one question to somebody who did not come. The number is the sign-up's; only its owner sees anything.</summary>
internal sealed class MissedCard(MissedStore missed, SiteZone zone) : Card
{
    internal const string Name = "ms";

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) => await missed.Find(id, turn.Speaker.Person!.Value) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg)
    {
        if (await missed.Find(id, turn.Speaker.Person!.Value) is not { } one) return null;
        return one.Reason is { } reason ? new Screen(MissedTexts.Thanks(one, reason, zone)).Row(EngineTexts.ToMenu) : Question(one, zone);
    }

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        if (Enum.TryParse<MissedReason>(action, out var reason) && Enum.IsDefined(reason))
            await missed.Answer(id, turn.Speaker.Person!.Value, reason, turn.Now);
        return Pressed.Fresh();
    }

    internal static Screen Question(Missed one, SiteZone zone) => new Screen(MissedTexts.Question(one, zone))
        .Row(Answer(one, MissedReason.Forgot), Answer(one, MissedReason.NoConnection))
        .Row(Answer(one, MissedReason.Lesson), Answer(one, MissedReason.Other));

    private static Button Answer(Missed one, MissedReason reason) => Button.Card(MissedTexts.Label(reason), Name, one.SignUp, reason.ToString());
}

/// <summary>The words of that question.</summary>
internal static class MissedTexts
{
    internal static string Label(MissedReason reason) => reason switch
    {
        MissedReason.Forgot => "забыл(а)",
        MissedReason.NoConnection => "не было связи",
        MissedReason.Lesson => "урок",
        MissedReason.Other => "другое",
    };

    internal static Html Question(Missed one, SiteZone zone) => Html.Paragraphs(
        Html.Text("Жаль, что вас не было на встрече"), What(one, zone),
        Html.Text("Что помешало? Ответ поможет нам выбирать удобное время."));

    internal static Html Thanks(Missed one, MissedReason reason, SiteZone zone) => Html.Paragraphs(
        Html.Text($"Спасибо, учтём: {Label(reason)}."), What(one, zone));

    private static Html What(Missed one, SiteZone zone) => Html.Lines(Html.Bold(one.Title), Html.Text(Russian.Moment(one.StartsAt, zone)));
}
