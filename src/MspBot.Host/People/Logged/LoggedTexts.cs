namespace MspBot.Host.People.Logged;

/// <summary>What things of people are called in the log.</summary>
internal static class LoggedTexts
{
    internal static string School(string name) => $"школа {name}";

    internal static string Invitation(long id, string role) => $"приглашение № {id}, {role}";

    internal static string Assignment(string tutor, string whom) => $"тьютор {tutor} — {whom}";

    internal static string Inquiry(string asker) => $"вопрос, {asker}";
}
