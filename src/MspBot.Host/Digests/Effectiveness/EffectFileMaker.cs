using System.Text.Json;
using MspBot.Data.Digests.Effectiveness;
using MspBot.Domain.Clock;
using MspBot.Domain.Digests.Effectiveness;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Surveys;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Digests.Effectiveness;

/// <summary>Makes «Справка о мониторинге деятельности МСП» as things stand when its message is sent.</summary>
internal sealed class EffectFileMaker(
    EffectReader reader, GoalStore goals, ConclusionReader conclusions, Site site, SiteZone zone, TimeProvider time) : FileMaker
{
    private const string Name = "effect";

    public override string Key => Name;

    internal static Screen Screen(EffectPeriod period, ConclusionId? conclusion, Speaker speaker) =>
        new(Html.Text(EffectPaperTexts.Caption(period)))
        {
            ToMake = new(Name, JsonSerializer.Serialize(
                new Asked(period.ToString(), conclusion?.Value, EffectAccess.SeesFew(speaker)))),
        };

    public override async Task<Attachment?> Make(string of)
    {
        var asked = JsonSerializer.Deserialize<Asked>(of)!;
        if (EffectPeriod.Read(asked.Period) is not { } period) return null;
        var now = time.GetUtcNow();
        var (digest, counts) = await reader.Of(period, now);
        var values = EffectFigures.Of(digest, counts).Select(one => asked.SeesFew ? one : one.ForObservers).ToList();
        var conclusion = asked.Conclusion is { } id ? await conclusions.One(new(id)) : null;
        var paper = new EffectDocx(site, period, values, await goals.Of(period.Year), conclusion, zone);
        return new(EffectPaperTexts.FileName(period), DocxFile.MediaType, paper.Write(zone.DayOf(now)));
    }

    private sealed record Asked(string Period, long? Conclusion, bool SeesFew);
}
