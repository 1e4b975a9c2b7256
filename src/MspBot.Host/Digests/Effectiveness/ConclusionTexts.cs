using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People.Profile;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Surveys;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>Conclusions of the methodology department, and what heads answer.</summary>
internal static class ConclusionTexts
{
    /// <summary>As many signs as the table takes.</summary>
    internal const int Longest = 3000;

    internal const string Write = "Написать заключение";
    internal const string ToDraft = "Черновик заключения";
    internal const string Change = "Изменить текст";
    internal const string Send = "Отправить руководителю";
    internal const string Answer = "Ответить на заключение";
    internal const string All = "Заключения";
    internal const string Figures = "Показатели за эти дни";
    internal const string Writing = "Заключение";
    internal const string Answering = "Ответ на заключение";
    internal const string NoneYet = "Заключений пока нет.";
    private const string InFull = "Целиком — в справке.";
    private const int Shortest = 3;

    /// <summary>Below a message's limit: there are headings as well.</summary>
    private const int Room = 3500;

    internal static Prompt WordsAsk(string label) => new("Текст",
        $"Что вы заключаете за период: {label}?", "От 3 до 3000 знаков одним сообщением: что получилось, что нет, что предлагаете");

    internal static readonly Prompt ChangeAsk = new("Текст", "Напишите заключение заново, целиком.",
        "Прежний текст — в сообщении выше: его можно скопировать и поправить");

    internal static Prompt AnswerAsk(string label) => new("Ответ",
        $"Что вы отвечаете на заключение за период: {label}?", "Например: Согласовано, предложения учтём в плане на второе полугодие");

    internal static Html Card(ConclusionDetails one, SiteZone zone, Html before)
    {
        var room = Math.Max(Room - before.Length, 400) / (one.Answer is null ? 1 : 2);
        var cut = one.Words.Length > room || one.Answer?.Length > room;
        return Html.Paragraphs(
            before,
            Html.Lines(Html.Bold($"Заключение: {one.Label}"), Html.Text(EffectTexts.Days(one.Days)), Html.Text(State(one, zone))),
            Html.Text(Ellipsis.Cut(one.Words, room)),
            one.Answer is { } answer ? Html.Lines(Html.Bold(Replied(one, zone)), Html.Text(Ellipsis.Cut(answer, room))) : default,
            cut ? Html.Text(InFull) : default);
    }

    /// <summary>«Черновик: Волкова И. П., 24 ноября»</summary>
    private static string State(ConclusionDetails one, SiteZone zone) =>
        $"{(one.IsDraft ? "Черновик" : "От кого")}: {Name(one.Author)}, {Russian.DayAndMonth(zone.DayOf(one.SentAt ?? one.At))}"
        + $"{(one is { IsDraft: false, Answer: null } ? ". Ответа пока нет." : "")}";

    internal static string Replied(ConclusionDetails one, SiteZone zone) =>
        $"Ответ руководителя площадки: {Name(one.AnsweredBy)}, {Russian.DayAndMonth(zone.DayOf(one.AnsweredAt!.Value))}";

    internal static string Button(ConclusionDetails one) =>
        $"{(one.IsDraft ? "Черновик" : one.Answer is null ? "Без ответа" : "С ответом")}: {one.Label}";

    internal static string InLog(string label) => $"заключение за период: {label}";

    internal static Html Saved => Html.Text($"Черновик сохранён. Руководитель увидит его, когда вы нажмёте «{Send}».");

    internal static Html Sent(string when) => Html.Text($"Отправлено. Руководитель площадки узнает {when}.");

    internal static Html Answered(string? when) =>
        Html.Text(when is null ? "Ответ сохранён. Методистам он виден здесь." : $"Ответ отправлен. Методист узнает {when}.");

    internal static Html News(ConclusionDetails one) => Html.Bold(one.Answer is null
        ? "Пришло заключение методиста об эффективности площадки" : "На заключение пришёл ответ");

    internal static Html Waits(ConclusionDetails one) => Html.Text($"Заключение ждёт ответа руководителя: {one.Label}.");

    internal static Html Refused(EffectRefusal because) => Html.Text(because switch
    {
        EffectRefusal.NoSuchConclusion => "Такого заключения нет.",
        EffectRefusal.ChangedMeanwhile => "Пока вы смотрели, текст изменили. Вот как теперь.",
        EffectRefusal.RoleLost => "У вас больше нет этой роли, ничего не изменилось.",
        EffectRefusal.DraftExists => "Черновик за эти дни уже есть. Вот он: его можно изменить.",
        EffectRefusal.SentAlready => "Заключение уже отправлено: его текст больше не меняется.",
        EffectRefusal.NotSent => "Заключение ещё не отправлено, отвечать не на что.",
        EffectRefusal.AnsweredAlready => "На это заключение уже ответили. Вот ответ.",
        EffectRefusal.NoHead => "Отправить некому: руководителя площадки нет в боте или бот у него остановлен. Черновик сохранён.",
        EffectRefusal.NothingChanged => "Так и было, ничего не изменилось.",
    });

    /// <summary>At least three letters or digits: «...» concludes nothing.</summary>
    internal static Parsed<string> Rule(string text) => OneLine.Says(OneLine.Of(text), Shortest)
        ? PupilTexts.Asked(text) : new Parsed<string>.Bad("Слишком коротко: напишите хотя бы три буквы.");

    internal static string Name(string? fullName) => fullName is null ? DialogTexts.Erased : FullName.Short(fullName);
}
