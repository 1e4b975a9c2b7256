using MspBot.Domain.People;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Nominations.MySchool;

/// <summary>What another feature has to say in /school. Registered with AddScoped&lt;MySchoolPart, …&gt;.</summary>
internal abstract class MySchoolPart
{
    /// <summary>Null: nothing waits.</summary>
    public abstract Task<MySchoolLine?> For(Turn turn, SchoolId school);
}

/// <summary>A sentence below the rest, and where it leads.</summary>
internal sealed record MySchoolLine(Html Text, Button To);
