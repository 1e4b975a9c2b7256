namespace MspBot.Domain.People.Registration;

/// <summary>The one site that this deployment serves, as its order opened it.</summary>
/// <param name="Name">What it is called.</param>
/// <param name="Theme">What it works on.</param>
/// <param name="OrderNumber">The number of the order that opened it.</param>
/// <param name="OrderDate">The day of that order.</param>
/// <param name="From">The first day of its term.</param>
/// <param name="To">The last one.</param>
/// <param name="Grounds">Why this school became one.</param>
/// <param name="HostSchool">Where it lives.</param>
/// <param name="ApprovedBy">Who approves its plan; null: the plan has no such block.</param>
public sealed record Site(
    string Name, string Theme, string OrderNumber, DateOnly OrderDate, DateOnly From, DateOnly To, string Grounds, string HostSchool,
    Approver? ApprovedBy = null);

/// <summary>Whose block «Утверждаю» stands on papers.</summary>
/// <param name="Position">«Директор»</param>
/// <param name="Organisation">Of what.</param>
/// <param name="Name">«А. И. Петрова»</param>
public sealed record Approver(string Position, string Organisation, string Name);
