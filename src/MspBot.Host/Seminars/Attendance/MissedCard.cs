using MspBot.Data.Seminars.Attendance;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.Seminars.Attendance;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Seminars.Attendance;

/// <summary>The one question to somebody who did not come. The number is the sign-up's; only its owner sees anything.</summary>
internal sealed class MissedCard(MissedStore missed, SiteZone zone) : Card
{
    internal const string Name = "ms";
    private const string WasThere = "there";

    public override string Key => Name;

    public override Access Access => Access.Rows(async (turn, id) => await missed.Find(id, turn.Person) is not null);

    public override async Task<Screen?> Show(Turn turn, long id, string arg) => await missed.Find(id, turn.Person) switch
    {
        null => null,
        { Came: true } one => Said(MissedTexts.WasThere(one, zone)),
        { SaysSo: true } one => Said(MissedTexts.LeaderSaysNo(one, zone)),
        { Reason: { } reason } one => Said(MissedTexts.Thanks(one, reason, zone)),
        var one => Question(one, zone),
    };

    public override async Task<Pressed> Press(Turn turn, long id, string action, string arg)
    {
        var person = turn.Person;
        if (action == WasThere)
            await missed.SayPresent(id, person, turn.Now);
        else if (new Argument(action).Case<MissedReason>() is { } reason)
            await missed.Answer(id, person, reason, turn.Now);
        return Pressed.Fresh();
    }

    internal static Screen Question(Missed one, SiteZone zone) => new Screen(MissedTexts.Question(one, zone))
        .Row(Button.Card(MissedTexts.IWasThere, Name, one.SignUp, WasThere))
        .Row(Answer(one, MissedReason.Forgot), Answer(one, MissedReason.NoConnection))
        .Row(Answer(one, MissedReason.Lesson), Answer(one, MissedReason.Other));

    private static Screen Said(Html text) => new Screen(text).Row(EngineTexts.ToMenu);

    private static Button Answer(Missed one, MissedReason reason) =>
        Button.Card(MissedTexts.Label(reason), Name, one.SignUp, reason.ToString());
}

/// <summary>The words of that question.</summary>
internal static class MissedTexts
{
    internal const string IWasThere = "Я был(а)";

    internal static string Label(MissedReason reason) => reason switch
    {
        MissedReason.Forgot => "Забыл(а)",
        MissedReason.NoConnection => "Не было связи",
        MissedReason.Lesson => "Урок",
        MissedReason.Other => "Другое",
    };

    internal static Html Question(Missed one, SiteZone zone) => Html.Paragraphs(
        Html.Text("Жаль, что вас не было на мероприятии"), What(one, zone),
        Html.Text($"Что помешало? Ответ поможет нам выбирать удобное время. Если вы были, нажмите «{IWasThere}»."));

    internal static Html Thanks(Missed one, MissedReason reason, SiteZone zone) => Html.Paragraphs(
        Html.Text($"Спасибо, учтём. Причина: {Label(reason)}"), What(one, zone));

    internal static Html WasThere(Missed one, SiteZone zone) => Html.Paragraphs(
        Html.Text("✅ Отметили: вы были на этом мероприятии."), What(one, zone));

    internal static Html LeaderSaysNo(Missed one, SiteZone zone) => Html.Paragraphs(
        Html.Text("Ведущий отметил, что вас не было. Ваш ответ виден ему в списке «Кто был»: он может исправить отметку."),
        What(one, zone));

    private static Html What(Missed one, SiteZone zone) => Html.Lines(Html.Bold(one.Title), Html.At(one.StartsAt, zone));
}
