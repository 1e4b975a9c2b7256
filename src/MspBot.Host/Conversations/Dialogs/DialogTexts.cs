using System.Globalization;
using MspBot.Domain.Spelling;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Conversations.Dialogs;

/// <summary>What every form says, whatever it asks.</summary>
internal static class DialogTexts
{
    internal const string Back = "← Назад";
    internal const string Cancel = "Отмена";
    internal const string DoNotCancel = "Не отменять";
    internal const string DoNotDecline = "Не отклонять";
    internal const string DoNotWithdraw = "Не отзывать";
    internal const string DoNotDelete = "Не удалять";
    internal const string AllRight = "Всё верно";
    internal const string Skip = "Пропустить";
    internal const string Change = "Изменить";
    internal const string BackToSummary = "← К проверке";
    internal const string WhatToChange = "Что изменить?";
    internal const string Calendar = "Календарь";
    internal const string NearestDays = "Ближайшие дни";
    internal const string LastDays = "Последние дни";
    internal const string ShowAll = "Показать все";
    internal const string NotGiven = "не указано";

    /// <summary>In place of the name of somebody who was erased.</summary>
    internal const string Erased = "данные удалены";
    internal const string Time = "Время";
    internal const string Continue = "Продолжить";
    internal const string Afresh = "Начать заново";

    internal const string Empty = "Ответ пустой. Напишите его одним сообщением.";
    internal const string TapPlease = "Выберите, пожалуйста, одну из кнопок.";
    internal const string TickPlease = "Отметьте нужное кнопками и нажмите «Готово».";
    internal const string TypeToSearch = "Можно написать часть названия — найду.";
    internal const string NoLink = "Это не похоже на ссылку. Она начинается с https://, например: https://telemost.yandex.ru/j/123";
    internal const string DayUnclear = "Не понял дату. Напишите, например: «завтра», «пятница» или день и месяц через точку.";
    internal const string PastDayUnclear = "Не понял дату. Напишите, например: «вчера», «пятница» или день и месяц через точку.";
    internal const string OneDayPlease = "Это несколько дней, а здесь нужен один. Напишите один день.";
    internal const string TimeUnclear = "Не понял время. Напишите, например: 15:00 или 15.30.";
    internal const string DayTooFar = "Это слишком далеко: выберите день в ближайшие два года.";
    internal const string WordsPlease = "Здесь нужен ответ словами или кнопкой: напишите его обычным сообщением.";
    internal const string File = "Файл";
    internal const string FilePlease = "Пришлите файл или напишите ответ сообщением.";
    internal const string EditsNotSeen = "Исправления в уже отправленных сообщениях я не вижу. Напишите ответ ещё раз новым сообщением.";
    internal const string PastQuestion = "Этот вопрос уже позади. Текущий вопрос — в последнем сообщении.";
    internal const string SeeBelow = "Ответьте в последнем сообщении.";
    internal const string SteppedBack = "Вернулись на шаг назад.";
    internal const string Accepted = "Принято.";
    internal const string AlreadyDone = "Это уже сделано.";
    internal const string FormClosed = "Эта форма уже закрыта.";
    internal const string Cancelled = "Хорошо, форма закрыта. Ничего не изменилось.";
    internal const string NothingToCancel = "Отменять нечего: ни одна форма не открыта.";
    internal const string DraftGone = "Черновик не сохранился: прошло больше часа. Начните, пожалуйста, заново.";

    internal static string TooLong(int max, int got) =>
        $"Слишком длинно: {Russian.Count(got, "знак", "знака", "знаков")}, а помещается не больше {Russian.Number(max)}. Напишите короче.";

    internal static string NoLongerOffered(string label) => $"«{Ellipsis.Cut(label, 60)}» уже нельзя выбрать. Выберите, пожалуйста, снова.";

    internal static string NoSuchDay(string typed) =>
        $"Дня «{Ellipsis.Cut(typed, 20)}» не бывает. Напишите, например: «завтра» или «пятница».";

    internal static string NoSuchTime(string typed) => $"Времени «{Ellipsis.Cut(typed, 20)}» не бывает. Напишите, например: 15:00.";

    internal static string DayIsPast(string day) => $"{day} уже прошло. Выберите день не раньше сегодняшнего.";

    internal static string DayIsAhead(string day) => $"{day} — этот день ещё впереди. Выберите день не позже сегодняшнего.";

    internal static string DayTooLongAgo(string day, string first) => $"{day} — слишком давно. Выберите день не раньше: {first}.";

    internal static string DayTooEarly(string day, string first) => $"{day} — слишком рано. Выберите день не раньше: {first}.";

    internal static string PeriodReversed(string first, string last) =>
        $"{last} раньше, чем {first}. Напишите сначала первый день, потом последний.";

    internal static string MomentIsPast(string moment) => $"{moment} — это время уже прошло. Выберите более позднее.";

    internal static string TickAtLeast(int min) =>
        min == 1 ? "Отметьте хотя бы один вариант." : $"Отметьте хотя бы {Russian.Count(min, "вариант", "варианта", "вариантов")}.";

    internal static string TickAtMost(int max, int got) =>
        $"Отмечено {Russian.Number(got)}, а можно не больше {Russian.Number(max)}. Снимите лишние отметки.";

    internal static string ReadyTicking(int count) => count == 0 ? "Готово" : $"Готово ({Russian.Number(count)})";

    /// <summary>«ср, 25 ноября: 15:00 или 03:00?»</summary>
    internal static string WhichHour(string day, IReadOnlyList<TimeOnly> times) =>
        $"{day}: {string.Join(" или ", times.Select(Russian.Time))}?";

    internal static Html Searched(string? query, WordsFound? found, bool helps) =>
        Searched(query, found?.Items.Count ?? 0, found is { IsNear: true }, helps);

    /// <summary>What words found, or what comes near; without any, that they can be typed, where that helps.</summary>
    internal static Html Searched(string? query, int count, bool near, bool helps) =>
        query is not null ? Html.Text(Found(Ellipsis.Cut(query, 40), count, near)) : helps ? Html.Text(TypeToSearch) : Html.Empty;

    private static string Found(string query, int count, bool near) => count == 0
        ? $"По «{query}» ничего не нашлось. Напишите иначе или посмотрите все."
        : near ? $"По «{query}» ничего не нашлось. Похожее:" : $"Найдено по «{query}»: {Russian.Number(count)}.";

    internal static string ToChange(string name, string label) => Ellipsis.Cut($"{name}: {label}", ButtonRows.FullWidth);

    internal static Html Kept(string name, string label) => Html.Of($"{name}: {label}");

    internal static string Form(string title) => $"форму «{title}»";

    internal static Screen Parked(string unfinished, long dialog) =>
        new Screen(Html.Of($"Вы не закончили {unfinished}. Ответы сохранены на час.")).Row(Resume(Continue, dialog));

    internal static Screen DraftWaits(string unfinished, long dialog, string flow, string arg) =>
        new Screen(Html.Of($"Вы не закончили {unfinished}. Продолжить?"))
            .Row(Resume(Continue, dialog), Button.Pressing(Afresh, new PressData.BeginAfresh(flow, arg)));

    internal static Button Resume(string label, long dialog) => Button.Pressing(label, new PressData.Resume(dialog));

    internal static Html Expired(string title) =>
        Html.Of($"{title}: прошло много времени, и я закрыл эту форму. Если ещё нужно, начните, пожалуйста, заново.");

    internal static Html Help(Prompt prompt, string wayOut) => Html.Paragraphs(
        Html.Bold(prompt.Question), Html.Text(prompt.Example),
        Html.Text(
        $"Ответьте кнопкой или напишите сообщение. «← Назад» — к прошлому вопросу, «{wayOut}» или /cancel — выйти. Любая команда тоже " +
        $"работает: ответы сохранятся на час."));
}
