using MspBot.Data.People;
using MspBot.Data.People.Roles;
using MspBot.Domain.People;
using MspBot.Domain.People.Profile;
using MspBot.Domain.People.Roles;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.People.Profile;
using MspBot.Host.People.Registration;

namespace MspBot.Host.People.Roles;

/// <summary>What a head reads about people and their roles.</summary>
internal static class PeopleTexts
{
    internal const string Assign = "Закрепить педагога или школу";
    internal const string People = "Люди";
    internal const string ToList = "← К списку";
    internal const string ByRole = "По ролям";
    internal const string Everybody = "Все люди";
    internal const string Find = "Найти по имени";
    internal const string TakeYes = "Да, снять роль";
    internal const string TakeAndLead = "Снять роль, встречи веду я";
    internal const string TakeAndHandOver = "Снять роль, встречи — другому";
    internal const string TakeAndLeave = "Снять роль, встречи оставить";
    internal const string WhoLeads = "Кто проведёт эти встречи? Роль будет снята сразу, записанные и новый ведущий узнают.";
    internal const string Keep = "Не снимать роль";
    internal const string Taken = "Роль снята";
    internal const string HeadsOnly = "Ролями распоряжается руководитель площадки.";

    internal static readonly Prompt Who = new("Имя", "Кого найти?");

    internal static Html List(Role? role, int all) => Html.Paragraphs(
        Html.Bold(role is { } one ? $"{People}: {ProfileTexts.RoleName(one)}" : People),
        Html.Text(all == 0 ? "Таких людей пока нет. Пригласите: по ссылке человек получит эту роль сам."
            : $"Всего: {Russian.Number(all)}. Нажмите на имя, чтобы посмотреть роли."));

    internal static Html WhichRole => Html.Text("Кого показать?");

    internal static string RoleCount(Role role, int count) => $"{ProfileTexts.RoleName(role)}: {Russian.Number(count)}";

    /// <summary>«Иванова М. П. · тьютор», «Иванова М. П. · МОУ «СОШ № 4»»</summary>
    internal static string Line(PersonLine person)
    {
        var roles = string.Join(", ", person.Roles.Select(Enum.Parse<Role>).Select(role => role switch
        {
            Role.Head => "руководитель",
            Role.SchoolHead => "рук. школы",
            _ => ProfileTexts.RoleName(role),
        }));
        return Ellipsis.Cut($"{FullName.Short(person.Name)} · {(roles.Length > 0 ? roles : person.School)}", ButtonRows.FullWidth);
    }

    /// <summary>As it is looked for: by the whole name, and the end of the school, where schools differ.</summary>
    internal static string Found(PersonLine person)
    {
        var room = ButtonRows.FullWidth - person.Name.Length - 2;
        if (person.School.Length <= room) return Chosen(person);
        if (room < 5) return Ellipsis.Cut(person.Name, ButtonRows.FullWidth);
        var end = person.School[^(room - 1)..];
        return $"{person.Name}, …{end[(end.IndexOf(' ') + 1)..]}";
    }

    internal static string Chosen(PersonLine person) => $"{person.Name}, {person.School}";

    internal static Html Person(PersonDetails profile, IEnumerable<HeldRole> roles, Func<DateTimeOffset, DateOnly> day) => Html.Paragraphs(
        Html.Bold(profile.FullName),
        Html.Lines(Html.Of($"Школа: {profile.School}"), Html.Of($"Должность: {profile.Position}")),
        Html.Lines([Html.Text("Роли:"),
            .. roles.Select(r => Html.Of($"{RoleOf(r.Role, r.School)} — с {AboutTexts.Day(day(r.GrantedAt))}"))]));

    internal static string RoleOf(Role role, string? school) =>
        school is null ? ProfileTexts.RoleName(role) : $"{ProfileTexts.RoleName(role)} ({school})";

    internal static string Take(Role role) => $"Снять роль: {(role == Role.Head ? "руководитель" : ProfileTexts.RoleName(role))}";

    /// <param name="name">Whose it is.</param>
    /// <param name="role">Which.</param>
    /// <param name="meetings">How many coming meetings would have a leader without a role.</param>
    /// <param name="hanging">What else hangs on it.</param>
    internal static Html TakeAsk(string name, Role role, int meetings, IReadOnlyList<string> hanging) => Html.Paragraphs(
        Html.Of($"<b>Снять роль «{ProfileTexts.RoleName(role)}»?</b>"),
        Html.Of($"У кого: {name}"),
        Html.Text("Человек узнает об этом и останется педагогом площадки. Что ждало именно этой роли, перейдёт другим."),
        hanging.Count == 0 ? Html.Empty
        : Html.Lines([Html.Text("Сейчас на этой роли:"), .. hanging.Select(line => Html.Text($"• {line}"))]),
        meetings == 0 ? Html.Empty : Html.Lines(
            Html.Of($"Человек ведёт ближайшие встречи: {Russian.Number(meetings)}. Решите, кто их проведёт."),
            Html.Text(
            "Если оставить, до конца каждой встречи он видит список, ссылку и кодовое слово; прошедшие встречи — уже нет, «Кто был» " +
            "придёт вам.")));

    internal static string Refused(RoleRemovalRefusal because) => because switch
    {
        RoleRemovalRefusal.NotHead => HeadsOnly,
        RoleRemovalRefusal.Everybodys => "Педагогом остаётся каждый, кто зарегистрирован.",
        RoleRemovalRefusal.NotTheirs => "Этой роли у человека уже нет.",
        RoleRemovalRefusal.LastHead =>
            "Это единственный руководитель площадки. Сначала пригласите следующего: «Пригласить» → «Следующий руководитель».",
    };

    /// <param name="role">Which.</param>
    /// <param name="meetings">How many coming meetings the person led in it.</param>
    /// <param name="heir">Who leads them now; null: the person still does.</param>
    internal static Html Lost(Role role, int handedOver = 0, int kept = 0, string? heir = null) => Html.Paragraphs(
        Html.Of($"Роль «{ProfileTexts.RoleName(role)}» с вас снята."),
        role == Role.Tutor ? Html.Text("Ваши закрепления за педагогами и школами завершены.") : Html.Empty,
        handedOver == 0 ? Html.Empty : Html.Text(Russian.AtEnd($"Ваши ближайшие встречи ({Russian.Number(handedOver)}) проведёт {heir}")),
        kept == 0 ? Html.Empty : Html.Of($"Ближайшие встречи по-прежнему ведёте вы: {Russian.Number(kept)}."),
        Html.Text("Всё, что доступно педагогу, осталось. Если это ошибка, спросите руководителя: /help → «Спросить человека»."));

    internal static string Accompanies(int count) => $"Кого сопровождает: {Russian.Number(count)}";
}
