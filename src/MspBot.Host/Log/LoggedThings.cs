using MspBot.Data.Log;
using MspBot.Domain.Log;
using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Log;

/// <summary>
/// What the log shows of one kind of thing. The feature that has the things implements it and registers it with AddLoggedThings; with
/// AddHistory where their card has «История» (<see cref="LogLinks.History"/> is its button).
/// </summary>
internal abstract class LoggedThings
{
    public abstract LogSubject Kind { get; }

    /// <summary>
    /// What these things are called inside a line, with their kind: «мероприятие «Чтение», 24.11», «пункт 7». One query for all of them.
    /// What is gone, or has no name any more, is left out.
    /// </summary>
    public abstract Task<IReadOnlyDictionary<long, string>> Names(IReadOnlyCollection<long> ids);

    /// <summary>The card of the thing; null: it is gone, or has none.</summary>
    public abstract Task<ThingCard?> Card(long id);

    /// <summary>Whether the speaker, who is no head, may read what was done to this thing.</summary>
    public virtual Task<bool> MayRead(Turn turn, long id) => Task.FromResult(false);

    /// <summary>
    /// What the codes of a line's detail mean that only this feature knows: «дата и время, места». The log itself says roles, files and
    /// numbers.
    /// </summary>
    public virtual string Detail(LogAction action, LogDetail detail) => "";
}

/// <summary>A card that shows a thing.</summary>
internal sealed record ThingCard(string Key, long Id, string Arg = "");

/// <summary>People in the log, who are things and act as well.</summary>
internal abstract class LoggedPeople : LoggedThings
{
    public sealed override LogSubject Kind => LogSubject.Person;

    /// <summary>«методист»</summary>
    public abstract string RoleName(Role role);
}

/// <summary>How a feature makes its things known to the log.</summary>
internal static class LoggedThingsRegistration
{
    internal static IServiceCollection AddLoggedThings<T>(this IServiceCollection services) where T : LoggedThings =>
        services.AddScoped<T>().AddScoped<LoggedThings>(provider => provider.GetRequiredService<T>());

    /// <summary>The card behind «История» of these things.</summary>
    internal static IServiceCollection AddHistory<T>(this IServiceCollection services) where T : LoggedThings =>
        services.AddCard<HistoryCard<T>>();
}
