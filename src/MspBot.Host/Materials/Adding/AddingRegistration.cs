namespace MspBot.Host.Materials.Adding;

/// <summary>Materials are added, offered, decided on, changed, replaced and hidden.</summary>
internal static class AddingRegistration
{
    internal static IServiceCollection AddAdding(this IServiceCollection services) => services;
}
