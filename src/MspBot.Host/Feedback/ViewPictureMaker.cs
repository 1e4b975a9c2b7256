using System.Text.Json;
using MspBot.Domain.Feedback;
using MspBot.Host.Conversations.Screens;

namespace MspBot.Host.Feedback;

/// <summary>Draws how marks are spread from their counts, when the message is sent.</summary>
internal sealed class ViewPictureMaker : FileMaker
{
    private const string Name = "view";

    public override string Key => Name;

    public override bool IsExtra => true;

    internal static FileToMake Of(Overview.Open view) => new(Name, JsonSerializer.Serialize(new Counts(view.Ratings, view.Usefulness)));

    /// <param name="of">The counts, as JSON.</param>
    public override Task<Attachment?> Make(string of)
    {
        var counts = JsonSerializer.Deserialize<Counts>(of)!;
        var picture = BarChart.Draw((ViewTexts.PictureRatings, counts.Ratings), (ViewTexts.PictureUsefulness, counts.Usefulness));
        return Task.FromResult<Attachment?>(new(ViewTexts.Picture, "image/png", picture));
    }

    private sealed record Counts(IReadOnlyList<int> Ratings, IReadOnlyList<int> Usefulness);
}
