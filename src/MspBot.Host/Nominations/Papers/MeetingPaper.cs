namespace MspBot.Host.Nominations.Papers;

/// <summary>The papers of a meeting. Messages that wait carry the names, so they never change.</summary>
internal enum MeetingPaper
{
    /// <summary>«Список направленных педагогов», for a school's order.</summary>
    OrderList,

    /// <summary>«Лист регистрации участников».</summary>
    RegistrationSheet,

    /// <summary>«Протокол», half filled.</summary>
    Minutes,
}
