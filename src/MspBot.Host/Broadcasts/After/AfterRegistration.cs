namespace MspBot.Host.Broadcasts.After;

/// <summary>What is done to a broadcast that has gone: corrected, deleted, sent once more, passed on; its papers.</summary>
internal static class AfterRegistration
{
    internal static IServiceCollection AddAfter(this IServiceCollection services) => services;
}
