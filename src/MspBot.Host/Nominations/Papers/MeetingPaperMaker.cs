using System.Text.Json;
using MspBot.Data.Nominations.Papers;
using MspBot.Data.Seminars;
using MspBot.Domain.Clock;
using MspBot.Domain.People;
using MspBot.Domain.People.Registration;
using MspBot.Domain.Seminars;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Host.Printing;

namespace MspBot.Host.Nominations.Papers;

/// <summary>Makes a paper of a meeting as it stands when its message is sent.</summary>
internal sealed class MeetingPaperMaker(
    MeetingPaperReader papers, SeminarReader seminars, TransactionEnd end, Site site, SiteZone zone, TimeProvider time) : FileMaker
{
    private const string Name = "meeting";

    public override string Key => Name;

    internal static FileToMake Of(MeetingPaper paper, SeminarId meeting, PersonId by) =>
        new(Name, JsonSerializer.Serialize(new Asked($"{paper}", meeting.Value, null, by.Value)));

    /// <param name="school">Whose teachers.</param>
    /// <param name="meeting">Sent to this one; null: to all that have not begun.</param>
    /// <param name="by">Who takes it.</param>
    internal static FileToMake OrderList(SchoolId school, SeminarId? meeting, PersonId by) =>
        new(Name, JsonSerializer.Serialize(new Asked($"{MeetingPaper.OrderList}", meeting?.Value, school.Value, by.Value)));

    public override async Task<Attachment?> Make(string of)
    {
        var asked = JsonSerializer.Deserialize<Asked>(of)!;
        var paper = Enum.Parse<MeetingPaper>(asked.Paper);
        return asked.School is { } school ? await OrderOf(new(school), asked) : await OfMeeting(paper, asked);
    }

    private async Task<Attachment?> OrderOf(SchoolId school, Asked asked)
    {
        var now = time.GetUtcNow();
        if (await papers.NameOf(school) is not { } name) return null;
        var teachers = await papers.Sent(school, asked.Meeting is { } id ? new SeminarId(id) : null, now);
        await end.Commit();
        return teachers.Count == 0 ? null : new(MeetingPaperTexts.FileName(MeetingPaper.OrderList, now, zone), DocxFile.MediaType,
            OrderListDocx.Write(name, teachers, zone, now));
    }

    private async Task<Attachment?> OfMeeting(MeetingPaper paper, Asked asked)
    {
        if (asked.Meeting is not { } id || await seminars.Details(new(id), new(asked.By)) is not { } details) return null;
        var docx = new MeetingDocx(site.Name, details, await papers.Participants(details.Id), zone);
        await end.Commit();
        return new(MeetingPaperTexts.FileName(paper, details.StartsAt, zone), DocxFile.MediaType,
            paper == MeetingPaper.Minutes ? docx.Minutes() : docx.Sheet());
    }

    private sealed record Asked(string Paper, long? Meeting, long? School, long By);
}
