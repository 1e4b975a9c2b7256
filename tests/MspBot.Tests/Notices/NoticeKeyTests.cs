using System.Reflection;
using System.Text.RegularExpressions;
using MspBot.Domain.Feedback;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Domain.Surveys.Checking;
using MspBot.Host.Consultations;
using MspBot.Host.Conversations.Messages;
using MspBot.Host.Conversations.Screens;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Notices;

/// <summary>Keys are stored with what was sent: a format that changes by one byte tells people again what they know.</summary>
public sealed class NoticeKeyTests
{
    private static readonly DateTimeOffset At = DateTimeOffset.FromUnixTimeMilliseconds(1_764_000_123_456);
    private static readonly AuthorKey Author = new(Enumerable.Range(0, AuthorKey.Length).Select(n => (byte)n).ToArray());

    public static TheoryData<string, string> Stored => new()
    {
        { "group:-5", $"{NoticeKey.GroupGreeted(new(-5))}" },
        { "album:5:77", $"{NoticeKey.AlbumSeen(new(5), "77")}" },
        { "inquiry:3:5", $"{NoticeKey.InquiryMessage(3, new(5))}" },
        { "lost:7:Tutor:1764000123456", $"{NoticeKey.RoleRemoved(new(7), Role.Tutor, At)}" },
        { "school:2:5", $"{NoticeKey.SchoolAdded(new(2), new(5))}" },
        { "care:2:tutor:5", $"{NoticeKey.AssignedTutor(new(2), new(5))}" },
        { "care:2:5", $"{NoticeKey.Assigned(new(2), new(5))}" },
        { "care-end:2:5", $"{NoticeKey.AssignmentEnded(new(2), new(5))}" },
        { "invitation:2:5", $"{NoticeKey.InvitationAccepted(new(2), new(5))}" },
        { "handover:2", $"{NoticeKey.HandedOver(new(2))}" },
        { "seated:9", $"{NoticeKey.SeatFreed(9)}" },
        { "offer:9:4:1764000123456", $"{NoticeKey.SeatOffered(9, 4, At)}" },
        { "line-over:9:1764000123", $"{NoticeKey.NoSeatCameFree(9, At)}" },
        { "seminar:2:v4:7", $"{NoticeKey.SeminarChanged(new(2), 4, new(7))}" },
        { "call:2:7", $"{NoticeKey.SchoolHeadInvited(new(2), new(7))}" },
        { "nomination:2", $"{NoticeKey.Nominated(new(2))}" },
        { "nomination:2:waits:1764000123", $"{NoticeKey.NominationReminded(new(2), At, null)}" },
        { "nomination:2:waits:1764000123:1764000023", $"{NoticeKey.NominationReminded(new(2), At, At.AddSeconds(-100))}" },
        { "nomination:2:ended", $"{NoticeKey.NominationEnded(new(2))}" },
        { "nomination:2:told:5", $"{NoticeKey.NominationEndedTold(new(2), new(5))}" },
        { "held:2:1764000123456:5", $"{NoticeKey.SchoolSeatsHeld(new(2), At, new(5))}" },
        { "material:6:9", $"{NoticeKey.Material(6, 9)}" },
        { "ended:2:5", $"{NoticeKey.SeminarEnded(new(2), new(5))}" },
        { "unmarked:2:5", $"{NoticeKey.SeminarUnmarked(new(2), new(5))}" },
        { "missed:9", $"{NoticeKey.Missed(9)}" },
        { "broadcast-ended:2", $"{NoticeKey.BroadcastEnded(new(2))}" },
        { "broadcast-halted:2:5", $"{NoticeKey.BroadcastHalted(new(2), new(5))}" },
        { "broadcast:2:7", $"{NoticeKey.Broadcast(new(2), new(7))}" },
        { "material:6:decided:4:5", $"{NoticeKey.MaterialDecided(new(6), 4, new(5))}" },
        { "material:6:checked:2:5", $"{NoticeKey.MaterialChecked(new(6), 2, new(5))}" },
        { "broadcast-deleted:2", $"{NoticeKey.BroadcastDeleted(new(2))}" },
        { "broadcast-passed:2:5", $"{NoticeKey.BroadcastPassedOn(new(2), new(5))}" },
        { "material:6:offered:2:5", $"{NoticeKey.MaterialOffered(new(6), 2, new(5))}" },
        { "material:6:edition:2:5", $"{NoticeKey.MaterialReplaced(new(6), 2, new(5))}" },
        { "topics:7:1000", $"{NoticeKey.TopicNews(new(7), DateTimeOffset.UnixEpoch.AddSeconds(1))}" },
        { "roster:4", $"{NoticeKey.RosterRead(new(4))}" },
        { "school-recommendation:4:5", $"{NoticeKey.SchoolRecommended(new(4), new(5))}" },
        { "survey:2:sent:7:4:5", $"{NoticeKey.SurveySent(new(2), new(7), 4, new(5))}" },
        { "plan-import:4", $"{NoticeKey.ImportRead(new(4))}" },
        { "file:3:lost", $"{NoticeKey.FileLost(new(3))}" },
        { "k:2:v4:Teacher:5", $"{NoticeKey.Consultation(new(2), 4, nameof(Side.Teacher), new(5))}" },
        { "k:2:v4:Tutor:5:ics", $"{NoticeKey.ConsultationFile(new(2), 4, nameof(Side.Tutor), new(5))}" },
        { "k:2:v4:Colleague:5:waits", $"{NoticeKey.MoveWaits(new(2), 4, nameof(Side.Colleague), new(5))}" },
        { "k:2:fine:11", $"{NoticeKey.ConsultationFine(new(2), "11")}" },
        { "k:2:hours:7:2025-11-24:1764000123", $"{NoticeKey.FreeTimesOpened(new(2), new(7), new(2025, 11, 24), At)}" },
        { "k:2:hours:7:2025-11-24:", $"{NoticeKey.FreeTimesOpened(new(2), new(7), new(2025, 11, 24), null)}" },
        { "passed:2:1764000123:5", $"{NoticeKey.TimePassed(new(2), At, new(5))}" },
        { "nudge:2:1764000123:5", $"{NoticeKey.TutorNudged(new(2), At, new(5))}" },
        { "noanswer:2:1764000123:5", $"{NoticeKey.NoAnswerYet(new(2), At, new(5))}" },
        { "assign:2:1764000123:5", $"{NoticeKey.HeadAsked(new(2), At, new(5))}" },
        { "outcome:2", $"{NoticeKey.OutcomeAsked(new(2))}" },
        { "outcome-again:2", $"{NoticeKey.OutcomeAskedAgain(new(2))}" },
        { "recommendation:8:4:5", $"{NoticeKey.Recommendation(new(8), 4, new(5))}" },
        { "stand-in:6", $"{NoticeKey.AskedToStandIn(6)}" },
        { "stand-in-over:6", $"{NoticeKey.StandInOver(6)}" },
        { "group:2:invite:7", $"{NoticeKey.GroupInvited(new(2), new(7))}" },
        { "group:2:lead", $"{NoticeKey.GroupTutor(new(2))}" },
        { "group:2:confirmed:7", $"{NoticeKey.GroupConfirmed(new(2), new(7))}" },
        { "group:2:confirmed:tutor", $"{NoticeKey.GroupConfirmedTutor(new(2))}" },
        { "group:2:v4:7", $"{NoticeKey.GroupMoved(new(2), 4, new(7))}" },
        { "group:2:v4:ics:7", $"{NoticeKey.GroupFile(new(2), 4, new(7))}" },
        { "group:2:closed:7", $"{NoticeKey.GroupClosed(new(2), new(7))}" },
        { "group:2:closed:tutor", $"{NoticeKey.GroupClosedTutor(new(2))}" },
        { "group:2:left:7:1764000123456", $"{NoticeKey.GroupLeft(new(2), new(7), At)}" },
        { "group:2:took:3:1764000123456", $"{NoticeKey.GroupTookRequest(new(2), new(3), At)}" },
        { "group:2:back:5:1764000123456", $"{NoticeKey.GroupReturnedRequests(new(2), new(5), At)}" },
        { "group:suggest:2:5", $"{NoticeKey.GroupSuggested(new(2), new(5))}" },
        { "fb:d697e5ca23de9d22946c437fd940c573", $"{NoticeKey.FeedbackAsked(Author, new(7), At)}" },
        { "fb:cdb96e03ba08d15c86ddad72ad66c30c", $"{NoticeKey.AppliedAsked(Author, new(7), new(MeetingKind.Seminar, 2))}" },
        { "fb:b95820629888f5d3386d32dc783134b5", $"{NoticeKey.FeedbackReply(Author, new(7), 6)}" },
        { "certificate:2:withdrawn:1764000123456", $"{NoticeKey.CertificateWithdrawn(new(2), At)}" },
        { "plan:2:waits:1764000123:5", $"{NoticeKey.PlanNudged(new(2), At, new(5))}" },
        { "plan:2:late:1764000123:5", $"{NoticeKey.PlanLate(new(2), At, new(5))}" },
        { "plan:2:reminded:2025-11-24:5", $"{NoticeKey.PlanReminded(new(2), new(2025, 11, 24), new(5))}" },
        { "plan:2:sent:7:1764000123456", $"{NoticeKey.PlanSent(new(2), new(7), At)}" },
        { "plan:2:reviewed:1764000123456:5", $"{NoticeKey.PlanReviewed(new(2), At, new(5))}" },
        { "survey:2:opened:5", $"{NoticeKey.SurveyOpened(new(2), new(5))}" },
        { "plan:heir:7:5", $"{NoticeKey.PlanHeirWanted(new(7), new(5))}" },
        { "plan:alone:7:1764000123456:5", $"{NoticeKey.PlanLeftAlone(new(7), At, new(5))}" },
        { "conclusion:3:sent:5", $"{NoticeKey.ConclusionSent(new(3), new(5))}" },
        { "conclusion:3:answered:5", $"{NoticeKey.ConclusionAnswered(new(3), new(5))}" },
        { "survey:2:Early:2025-11-24:5", $"{NoticeKey.SurveyDue(new(2), SurveyReminderKind.Early, new(2025, 11, 24), new(5))}" },
        { "survey:2:asked:1764000123456:5", $"{NoticeKey.SurveyAsked(new(2), At, new(5))}" },
        { "survey:2:returned:4:5", $"{NoticeKey.SurveyReturned(new(2), 4, new(5))}" },
        { "survey:2:due:4:5", $"{NoticeKey.SurveyDueMoved(new(2), 4, new(5))}" },
        { "survey:2:reopened:4:5", $"{NoticeKey.SurveyReopened(new(2), 4, new(5))}" },
        { "material:8:bad:2:2025-11-24:5", $"{NoticeKey.MaterialDoesNotOpen(new(8), 2, new(2025, 11, 24), new(5))}" },
        { "material:wished:2025-11-24:deb2300b78211fa85a25ea800e83204d:5",
            $"{NoticeKey.MaterialWished(new(2025, 11, 24), "дроби", new(5))}" },
        { "digest:6:7:3", $"{NoticeKey.Digest(6, new(7), 3)}" },
        { "reminder:9:86400:1764000123", $"{NoticeKey.Reminder("reminder:9:86400:1764000123")}" },
        { "reminder:Seminar:2:7:86400:1764000123", $"{NoticeKey.Reminder("reminder:Seminar:2:7:86400:1764000123")}" },
        { "nudge:2:1764000123:5+2", $"{NoticeKey.TutorNudged(new(2), At, new(5)).JoinedWith(2)}" },
    };

    [Theory]
    [MemberData(nameof(Stored))]
    public void A_key_is_what_it_was_in_the_version_before(string stored, string now) => Assert.Equal(stored, now);

    [Fact]
    public void Every_key_of_the_list_is_pinned()
    {
        var test = File.ReadAllText(Path.Combine(Repository.Root, "tests", "MspBot.Tests", "Notices", $"{nameof(NoticeKeyTests)}.cs"));
        var keys = typeof(NoticeKey).GetMethods(BindingFlags.Public | BindingFlags.Static | BindingFlags.DeclaredOnly)
            .Where(m => m.ReturnType == typeof(NoticeKey)).Select(m => m.Name).ToList();

        Assert.True(keys.Count > 40, "the list was not found");
        Assert.All(keys, key => Assert.Contains($"NoticeKey.{key}(", test, StringComparison.Ordinal));
        Assert.Equal(["Teacher", "Tutor", "Colleague", "Head"], Enum.GetNames<Side>());
    }

    [Theory]
    [InlineData("OutboxWriter.Put(", "Outbox.cs")]
    [InlineData("messenger.Wake()", "TransactionEnd.cs")]
    public void There_is_one_way_to_queue_and_one_to_commit_and_wake(string call, string file) => Assert.Equal([file],
        Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "MspBot.Host"), "*.cs", SearchOption.AllDirectories)
            .Where(path => !path.Contains("/obj/", StringComparison.Ordinal))
            .Where(path => File.ReadAllText(path).Contains(call, StringComparison.Ordinal))
            .Select(Path.GetFileName));

    [Fact]
    public void Notices_joined_for_one_chat_have_a_key_of_their_own()
    {
        var list = new NoticeList(count => $"Заявок: {count}");
        Notice One(long consultation) =>
            new(new(5), new Screen(Html.Text($"{consultation}")), NoticeKey.TutorNudged(new(consultation), At, new(5)));
        ListedNotice Listed(long consultation) => new(One(consultation), Html.Text("строка"), null);

        Assert.Equal([One(2)], OneMessage.Of([Listed(2)], list));
        Assert.Equal(["nudge:2:1764000123:5+2"], OneMessage.Of([Listed(2), Listed(3), Listed(4)], list).Select(n => $"{n.Key}"));
    }
}
