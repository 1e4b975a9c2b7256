using System.Text.Json;
using MspBot.Data.Digests;
using MspBot.Domain.Digests;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Digests;

/// <summary>
/// A digest's picture and files, made of its figures as the message carries them: so they agree with each other, whenever each is made.
/// </summary>
internal sealed class DigestFileMaker(DigestFiles files) : FileMaker
{
    public override string Key => "digest";

    internal static IEnumerable<FileToMake> All(Digest digest, IReadOnlyDictionary<long, string> names)
    {
        var (figures, people) = (DigestStore.Write(digest), new Dictionary<long, string>(names));
        return Enumerable.Range(0, DigestFiles.Count(digest))
            .Select(nr => new FileToMake("digest", JsonSerializer.Serialize(new Source(nr, figures, people))));
    }

    public override Task<Attachment?> Make(string of)
    {
        var source = JsonSerializer.Deserialize<Source>(of)!;
        return Task.FromResult<Attachment?>(files.One(source.Nr, DigestStore.Read(source.Figures), source.Names));
    }

    private sealed record Source(int Nr, string Figures, Dictionary<long, string> Names);
}
