using MspBot.Data.People;
using MspBot.Data.People.Rosters;
using MspBot.Domain.People.Rosters;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Registration;

namespace MspBot.Host.People.Rosters;

/// <summary>What a teacher reads who opens a link of a school.</summary>
internal static class BringingTexts
{
    internal const string Leave = "Оставить как есть";
    internal const string ChangeName = "Исправить имя";
    internal const string ChangeSchool = "Сменить школу";
    internal const string ChangeBoth = "Исправить имя и школу";
    internal const string Changed = "Исправлено";
    internal const string Unknown =
        "Такой ссылки нет: она скопирована не целиком или её 30 дней прошли. Попросите новую у руководителя школы.";
    internal const string NoSuchSchool = "Такой школы в списке нет. Попросите у руководителя школы верную ссылку.";
    internal const string TakenByOther = "По этой ссылке уже зарегистрировались: она для одного человека. Если это были не вы, попросите " +
        "новую у руководителя школы.";
    internal const string Void =
        "Эта ссылка больше не действует: школа сделала новые. Попросите свою у руководителя школы.";
    internal const string Expired = "Срок этой ссылки прошёл: она действует 30 дней. Попросите новую у руководителя школы.";

    /// <summary>Read before consent: it names nobody.</summary>
    internal static Html Invited(BroughtPerson brought) => brought.Person is null
        ? Html.Of($"Вас приглашает {brought.SchoolName}.")
        : Html.Of($"Вас приглашает {brought.SchoolName}. Имя и должность вписывать не нужно, их останется проверить; " +
            $"руководитель школы увидит, что вы пришли.");

    internal static Html WithoutLink(string because) =>
        Html.Paragraphs(Html.Text(because), Html.Text("Зарегистрироваться можно и без неё."));

    internal static string Refused(RosterLinkState because) => because switch
    {
        RosterLinkState.Void => Void,
        RosterLinkState.Expired => Expired,
        RosterLinkState.Used => TakenByOther,
        RosterLinkState.Open => Unknown,
    };

    /// <summary>Whoever has made the list opens one of its links.</summary>
    internal static Html Own(int number) =>
        Html.Of($"Это ссылка из вашего списка, для № {number}: её откроет тот, кому вы её перешлёте.");

    internal static Html AllRight(PersonDetails profile) => Html.Paragraphs(Html.Of($"Вы уже зарегистрированы: {Who(profile)}."),
        Html.Text("Всё верно, больше ничего делать не нужно."));

    internal static Html OtherSchool(PersonDetails profile, string school) => Html.Paragraphs(
        Html.Of($"Вы уже зарегистрированы: {Who(profile)}."), Html.Of($"Эта ссылка — от другой школы: {school}. Сменить школу?"));

    internal static Html Differs(PersonDetails profile, string name, string school) => Html.Paragraphs(
        Html.Of($"Вы уже зарегистрированы: {Who(profile)}."), Html.Of($"В ссылке указано: {name}, {school}. Исправить?"));

    private static string Who(PersonDetails profile) =>
        $"{profile.FullName}, {RegistrationTexts.InSentence(profile.Position)}, {profile.School}";
}
