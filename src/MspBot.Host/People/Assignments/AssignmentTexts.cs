using MspBot.Data.People.Assignments;
using MspBot.Domain.People.Assignments;
using MspBot.Domain.People.Profile;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Registration;
using MspBot.Host.People.Roles;

namespace MspBot.Host.People.Assignments;

/// <summary>What is said of who accompanies whom: to heads, tutors and teachers.</summary>
internal static class AssignmentTexts
{
    internal const string Assigning = "Закрепление тьютора";
    internal const string AssignYes = "Закрепить тьютора";
    internal const string OneTeacher = "Педагог";
    internal const string WholeSchool = "Школа целиком";
    internal const string AllSubjects = "Все предметы";
    internal const string End = "Завершить сопровождение";
    internal const string Ended = "Сопровождение завершено";
    internal const string EndedAlready = "Сопровождение уже завершено";
    internal const string ToPerson = "← К тьютору";

    internal static string Hanging(int count) => $"закрепления: {Russian.Number(count)} — завершатся";

    internal static readonly Prompt Whom = new("За кем", "За кем закрепить тьютора?");
    internal static readonly Prompt Teacher = new("Педагог", "Кого будет сопровождать тьютор?");
    internal static readonly Prompt School = new("Школа", "Какую школу будет сопровождать тьютор?");
    internal static readonly Prompt Subject = new("Предмет", "По какому предмету?");

    internal static string Ready(string tutor) => $"Закрепить: {tutor}? Об этом узнают оба.";

    internal static Html List(string tutor, int all) => Html.Paragraphs(
        Html.Bold($"Кого сопровождает {tutor}"),
        Html.Text(all == 0 ? "Пока никого. Закрепите тьютора за педагогом или школой на карточке тьютора."
            : $"Всего: {Russian.Number(all)}. Нажмите, чтобы посмотреть или завершить."));

    internal static string Line(AssignmentDetails details) => $"{Whose(details)} · {Subjects(details)}";

    internal static Html Card(AssignmentDetails details) => Html.Paragraphs(
        Html.Bold("Тьюторское сопровождение"),
        Html.Lines(
            Html.Of($"Тьютор: {Short(details.Tutor)}"),
            ForWhom(details),
            InSubject(details),
            Html.Of($"С {AboutTexts.Day(details.Since)}{(details.EndedOn is { } end ? $", завершено {AboutTexts.Day(end)}" : "")}")));

    internal static Html ToTutor(AssignmentDetails details) =>
        Html.Paragraphs(Html.Bold("Вы закреплены как тьютор"), Html.Lines(ForWhom(details), InSubject(details)));

    internal static Html ToTeacher(AssignmentDetails details) => Html.Paragraphs(
        Html.Bold("У вас есть тьютор"), Html.Lines(Html.Of($"{Short(details.Tutor)} будет помогать вам."), InSubject(details)));

    internal static Html ToSchool(AssignmentDetails details) => Html.Paragraphs(
        Html.Bold("У вашей школы есть тьютор"),
        Html.Lines(Html.Of($"{Short(details.Tutor)} сопровождает школу {details.School}."), InSubject(details)));

    internal static Html EndedFor(AssignmentDetails details) => Html.Paragraphs(
        Html.Bold(Ended), Html.Lines(Html.Of($"Тьютор: {Short(details.Tutor)}"), ForWhom(details), InSubject(details)));

    internal static string Refused(AssignmentRefusal because) => because switch
    {
        AssignmentRefusal.NotHead => PeopleTexts.HeadsOnly,
        AssignmentRefusal.NoTutor => "Этот человек больше не тьютор: закрепить нельзя.",
        AssignmentRefusal.NoTeacher => "Этого человека или школы больше нет в списке. Выберите, пожалуйста, снова.",
        AssignmentRefusal.Themselves => "Тьютора нельзя закрепить за ним самим. Выберите другого.",
        AssignmentRefusal.Already => "Такое закрепление уже есть. Выберите другой предмет или отмените.",
    };

    private static Html ForWhom(AssignmentDetails details) => details.TeacherId is null
        ? Html.Of($"Школа: {details.School}")
        : Html.Of($"Педагог: {Short(details.Teacher)}{(details.School is null ? "" : $", {details.School}")}");

    private static Html InSubject(AssignmentDetails details) => Html.Of($"Предмет: {Subjects(details)}");

    /// <summary>«Иванова М. П.», or the school.</summary>
    private static string Whose(AssignmentDetails details) => details.TeacherId is null ? details.School! : Short(details.Teacher);

    private static string Subjects(AssignmentDetails details) => details.Subject ?? "все";

    private static string Short(string? name) => name is null ? DialogTexts.Erased : FullName.Short(name);
}
