using MspBot.Data.Files;
using MspBot.Host.Conversations.Jobs;

namespace MspBot.Host.Files;

/// <summary>Files that people hand in.</summary>
internal static class FilesRegistration
{
    internal static IServiceCollection AddFiles(this IServiceCollection services) =>
        services.AddSingleton<FileGate>().AddScoped<StoredFileStore>().AddJob<FetchFilesJob>("fetch-files");
}
