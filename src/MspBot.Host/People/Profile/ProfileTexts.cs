using MspBot.Data.People;
using MspBot.Domain.People;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.People.Profile;

/// <summary>What a person reads about themselves.</summary>
internal static class ProfileTexts
{
    internal const string Profile = "Профиль";
    internal const string ToProfile = "К профилю";
    internal const string ChangeName = "Изменить имя";
    internal const string ChangeSchool = "Изменить школу";
    internal const string ChangePosition = "Изменить должность";
    internal const string ChangeSubjects = "Изменить предметы";
    internal const string TurnRemindersOff = "Выключить напоминания";
    internal const string TurnRemindersOn = "Включить напоминания";
    internal const string RemindersAreOn = "Напоминания включены.";
    internal const string RemindersAreOff = "Напоминания выключены.";
    internal const string WhatIsStored = "Что хранится";
    internal const string Erase = "Удалить мои данные";
    internal const string EraseAll = "Да, удалить всё обо мне";
    internal const string BeginAgain = "Зарегистрироваться заново";

    /// <summary>At most 200 characters: shown in a box.</summary>
    internal const string LastHead =
        "Вы единственный руководитель площадки. Сначала передайте эту роль: /people → «Пригласить» → «Следующий руководитель».";

    internal static Html Overview(PersonDetails profile, IReadOnlySet<Role> roles) => Html.Paragraphs(
        Html.Bold(profile.FullName),
        About(profile, roles),
        Html.Text(profile.Reminders ? "Напоминания о мероприятиях включены." : "Напоминания о мероприятиях выключены."));

    internal static Html Stored(PersonDetails profile, IReadOnlySet<Role> roles, DateOnly consented, int inquiries, int assignments,
        IReadOnlyList<string> others) => Html.Paragraphs(
        Html.Bold("Что о вас хранится"),
        Html.Lines(
            Html.Of($"ФИО: {profile.FullName}"),
            About(profile, roles),
            Html.Of($"Напоминания: {(profile.Reminders ? "включены" : "выключены")}"),
            Html.Of($"Ваш идентификатор в Telegram (не телефон): {profile.Chat.Number}"),
            Html.Of($"Согласие: {Russian.DayLong(consented)}")),
        Html.Lines(
            [
                .. others.Select(Html.Text),
                inquiries == 0 ? Html.Empty : Html.Of($"Ваши вопросы руководителю и ответы на них: {inquiries}"),
                assignments == 0 ? Html.Empty
                : Html.Of($"Тьюторское сопровождение, кто кого и когда: {Russian.Count(assignments, "запись", "записи", "записей")}"),
            ]),
        Html.Text("Для чего: записывать вас на встречи, присылать ссылки и напоминания, считать участников для отчёта."),
        Html.Text("Сколько: пока работает площадка или пока вы сами не удалите данные."));

    internal static Html Leaving(bool hasDocuments) => Html.Paragraphs(
        Html.Bold("Удалить все ваши данные?"),
        hasDocuments ? Html.Text("Сначала сохраните документы: потом получить сертификаты будет нельзя.") : Html.Empty,
        Html.Text(
        "Исчезнут: имя, школа, должность, предметы, роли, согласие, вопросы руководителю, темы консультаций, ваши слова в журнале, часы "
            + "и подписанные отзывы. Записи на будущие встречи отменятся."),
        Html.Text(
        "Останутся без имени: числа в отчётах, оценки и анонимные отзывы, номера сертификатов. Номер чата уйдёт из служебного журнала " +
        "за несколько дней. "
            + "Сообщения в этом чате можете удалить только вы."),
        Html.Text("Вернуть будет нельзя, но можно зарегистрироваться заново."));

    internal static Html Erased => Html.Text("Готово: ваших данных у нас больше нет. Спасибо, что были с нами.");

    internal static string Roles(IReadOnlySet<Role> roles) => string.Join(", ", roles.Order().Select(RoleName));

    internal static string RoleName(Role role) => role switch
    {
        Role.Teacher => "педагог",
        Role.Tutor => "тьютор",
        Role.Head => "руководитель площадки",
        Role.Methodologist => "методист",
        Role.SchoolHead => "руководитель школы",
        Role.Observer => "наблюдатель",
    };

    private static Html About(PersonDetails profile, IReadOnlySet<Role> roles) => Html.Lines(
        Html.Of($"Школа: {profile.School}{(profile.SchoolConfirmed ? "" : " (проверит руководитель площадки)")}"),
        Html.Of($"Должность: {profile.Position}"),
        profile.Subjects is [] ? Html.Empty : Html.Of($"Предметы: {string.Join(", ", profile.Subjects)}"),
        Html.Of($"{(roles.Count > 1 ? "Роли" : "Роль")}: {Roles(roles)}"));
}
