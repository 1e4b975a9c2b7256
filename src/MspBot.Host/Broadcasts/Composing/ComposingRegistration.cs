namespace MspBot.Host.Broadcasts.Composing;

/// <summary>To whom and what; shown as it will look, and pressed.</summary>
internal static class ComposingRegistration
{
    internal static IServiceCollection AddComposing(this IServiceCollection services) => services;
}
