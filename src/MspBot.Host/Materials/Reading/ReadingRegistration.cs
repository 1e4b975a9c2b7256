namespace MspBot.Host.Materials.Reading;

/// <summary>Materials are found, shown and taken.</summary>
internal static class ReadingRegistration
{
    internal static IServiceCollection AddReading(this IServiceCollection services) => services;
}
