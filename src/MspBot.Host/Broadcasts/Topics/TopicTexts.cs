using MspBot.Data.Broadcasts.Topics;
using MspBot.Domain.Broadcasts.Topics;
using MspBot.Domain.Clock;
using MspBot.Domain.Materials;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Materials;
using MspBot.Host.Seminars;

namespace MspBot.Host.Broadcasts.Topics;

/// <summary>What is said of topics one asks for.</summary>
internal static class TopicTexts
{
    internal const string MyTopics = "Мои темы";
    internal const string TurnOff = "Выключить рассылки";
    internal const string TurnOn = "Включить рассылки";
    internal const string NoMore = "Не присылать такое";
    internal const string Back = "Вернуть";
    internal const string WhatCame = "Что уже пришло";
    internal const string OfMeeting = "Темы мероприятия";
    internal const string ToMeeting = "← К мероприятию";
    internal const string ToProfile = "← Профиль";
    internal const string ToTopics = "← Мои темы";
    internal const string TopicList = "Список тем";

    internal const string Asked = "Будем сообщать.";
    internal const string NotAsked = "Больше не сообщаем.";
    internal const string AreOn = "Рассылки включены.";
    internal const string AreOff = "Рассылки выключены.";
    internal const string AlreadyOff = "Это уже выключено.";
    internal const string Added = "Тема добавлена.";
    internal const string Removed = "Тема снята.";

    internal static readonly string Full =
        $"Тем уже {MaterialBounds.TopicsOfOne}: с большим числом её будет не найти. Снимите одну и отметьте эту.";

    internal static string Tick(AskedTopic topic) => topic.Ticked ? $"✅ {topic.Name}" : topic.Name;

    internal static Html Choice(IReadOnlyList<AskedTopic> all, bool on)
    {
        var ticked = all.Count(one => one.Ticked);
        return Html.Paragraphs(
            Html.Bold(MyTopics),
            !on ? Html.Text("Рассылки выключены: новое по темам не приходит, руководители площадки вам через бота не пишут. "
                + StillComes)
            : all.Count == 0 ? Html.Text("Тем пока нет: руководитель площадки ещё не составил список. "
                + "Укажите в профиле свои предметы, и их можно будет отметить здесь.")
            : Html.Text("Отметьте, что вам интересно. Новые мероприятия и материалы придут одним сообщением в 8:00 рабочего дня; "
                + "если мероприятие начнётся в ближайшие сутки, сообщим сразу, днём."),
            on && all.Count > 0 ? Html.Text(ticked == 0 ? "Пока не отмечено ничего." : $"Отмечено: {Russian.Number(ticked)}.") : default,
            on ? Html.Text("«Выключить рассылки» отключает и темы, и общие сообщения площадки. " + StillComes) : default);
    }

    private const string StillComes =
        "О ваших записях, консультациях, направлениях и опросах бот напишет всё равно.";

    internal static Html News(IReadOnlyList<TopicNews> news, SiteZone zone)
    {
        var shown = news.Take(TopicNewsSchedule.Lines).ToList();
        var more = news.Count - shown.Count;
        return Html.Paragraphs(
            Html.Bold("Новое по вашим темам"),
            Html.Paragraphs([.. shown.Select(one => Line(one, zone))]),
            more > 0 ? Html.Text($"{AndMore(more)}.") : default);
    }

    internal static Html Told(IReadOnlyList<TopicNews> news, SiteZone zone) => Html.Paragraphs(
        Html.Bold("Что пришло по вашим темам"),
        news.Count == 0
            ? Html.Text("Пока ничего. Когда появится новое мероприятие или материал по отмеченным темам, мы напишем.")
            : Html.Paragraphs([.. news.Select(one => Line(one, zone))]));

    internal static string AndMore(int more) => $"И ещё {Russian.Number(more)}";

    internal static Html NoMoreOf(IReadOnlyList<AskedTopic> dropped) => Html.Paragraphs(
        Html.Bold("Больше не присылаем новое по темам:"),
        Html.Lines([.. dropped.Select(one => Html.Text(one.Name))]),
        Html.Text("Остальное, что вы отметили, приходит как раньше."));

    internal static Html Again(IReadOnlyList<string> names) => Html.Paragraphs(
        Html.Bold("Снова присылаем новое по темам:"), Html.Lines([.. names.Select(name => Html.Text(name))]));

    internal static Html OfOneMeeting(string title, int ticked) => Html.Paragraphs(
        Html.Bold(title),
        Html.Text($"О чём это мероприятие? Отметьте до {Most} тем: кто на них подписан, узнает о нём в 8:00 рабочего дня, "
            + "а если оно начнётся в ближайшие сутки — сразу, днём."),
        Html.Text(ticked == 0 ? "Пока не отмечено ничего." : $"Отмечено: {Russian.Number(ticked)}."));

    internal static Html NoTopicsYet(string title) => Html.Paragraphs(
        Html.Bold(title), Html.Text("Список тем пока пуст. Его составляет руководитель площадки: /materials."));

    private static string Most => MaterialBounds.TopicsOfOne == 5 ? "пяти" : Russian.Number(MaterialBounds.TopicsOfOne);

    private static Html Line(TopicNews one, SiteZone zone) => one.StartsAt is { } start
        ? Html.Lines(Html.Of($"{Html.At(start, zone)} — {Ellipsis.Cut(one.Title, 60)}"),
            Html.Text(one.Meeting is { } meeting ? SeminarTexts.Kind(meeting) : ""))
        : Html.Lines(Html.Text(Ellipsis.Cut(one.Title, 60)), Html.Text(one.Material is { } kind ? MaterialKindTexts.Of(kind) : ""));
}
