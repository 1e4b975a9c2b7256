using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Broadcasts;
using MspBot.Data.Broadcasts.Sending;
using MspBot.Data.Postgres;
using MspBot.Domain.Broadcasts;
using MspBot.Domain.Broadcasts.Composing;
using MspBot.Domain.Notices;
using MspBot.Domain.People;
using MspBot.Tests.Seminars;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Broadcasts.Composing;

/// <summary>Count, list and recipients are one query; each audience is who it says.</summary>
public sealed class AudienceTests(TestCluster cluster)
{
    [Fact]
    public async Task Each_audience_counts_lists_and_reaches_the_same_people()
    {
        await using var world = await World.Open(cluster);
        (await world.HeadOfBroadcasts()).StartedEarlier();
        for (var n = 1; n <= 6; n++) await world.Reader(100 + n, role: n == 6 ? "SchoolHead" : n == 5 ? "Tutor" : null);
        await world.Sql<int>("""
            update school set kind = 'Other' where name not in ('Школа № 101', 'Школа № 102');
            update person set subjects = '{Физика,Математика}' where chat_id in (102, 103);
            update person_role set school_id = (select id from school where name = 'Школа № 101') where role = 'SchoolHead'
            """);
        var meeting = await world.Seminar(seats: null);
        await world.Sql<int>($"""
            insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
            select {meeting}, id, case when chat_id = 104 then 'Waitlisted' else 'Confirmed' end, {world.Now},
                case when chat_id = 104 then null else {world.Now} end, case chat_id when 101 then true when 102 then false end
            from person where chat_id in (101, 102, 103, 104)
            """);
        await world.Sql<int>($"""
            insert into nomination (seminar_id, person_id, school_id, by_person, state, asked_at, answer_by, for_start, remind_at)
            select {meeting}, p.id, p.school_id, p.id, 'Asked', {world.Now}, {world.Now}, s.starts_at, {world.Now}
            from person p, seminar s where p.chat_id = 105 and s.id = {meeting}
            """);
        var school = await world.Sql<long>("select id from school where name = 'Школа № 103'");
        var failed = await world.Broadcast(BroadcastState.Done,
            [new(101, RecipientOutcome.Sent), new(102, RecipientOutcome.Failed, FailureReason.NotInTime),
                new(103, RecipientOutcome.Failed, FailureReason.Refused), new(104, RecipientOutcome.Blocked)], ago: TimeSpan.FromDays(9));
        (Audience Whom, long[] Chats)[] all =
        [
            (new Audience.Everyone(), [101, 102, 103, 104, 105, 106]),
            (new Audience.OfRole(Role.Tutor), [105]),
            // 106 works elsewhere and heads the first of these schools.
            (new Audience.LowResults(), [101, 102, 106]),
            (new Audience.OfSchools([school]), [103]),
            (new Audience.OfSubject("математика"), [102, 103]),
            (new Audience.OfMeeting(meeting, MeetingPart.SignedUp), [101, 102, 103]),
            (new Audience.OfMeeting(meeting, MeetingPart.Waiting), [104]),
            (new Audience.OfMeeting(meeting, MeetingPart.Came), [101]),
            (new Audience.OfMeeting(meeting, MeetingPart.Missed), [102]),
            (new Audience.OweNomination(meeting), [105]),
            (new Audience.Again(failed.Value), [102]),
        ];
        foreach (var (whom, chats) in all)
        {
            var id = await world.Broadcast(BroadcastState.Composed, [], $"Письмо {whom}", audience: whom);
            var sender = new PersonId(await world.Sql<long>("select min(person_id) from person_role where role = 'Head'"));
            await using (await world.ByStores()) await Reaches(world, id, whom, sender, chats.Length);
            Assert.Equal(string.Join(',', chats), await world.Sql<string>(
                $"select string_agg(chat_id::text, ',' order by chat_id) from outbox where dedup like '{NoticeKey.BroadcastPrefix(id)}%'"));
        }
    }

    private static async Task Reaches(World world, BroadcastId id, Audience whom, PersonId sender, int many)
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var (reader, press) = (scope.ServiceProvider.GetRequiredService<AudienceReader>(),
            scope.ServiceProvider.GetRequiredService<PressStore>());
        Assert.Equal(many, (await reader.Count(whom, sender)).Gets);
        Assert.Equal(many, (await reader.Page(whom, sender, 0)).Items.Count);
        var now = world.Clock.GetUtcNow();
        var pressing = await press.Hold(id, 1, sender, now);
        Assert.Equal(many, pressing.Counts.Gets);
        await press.Send(pressing, many, "{}", now.AddDays(1), now);
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
    }

    [Theory]
    [InlineData(100, 105, false)]
    [InlineData(100, 106, true)]
    [InlineData(214, 240, true)]
    [InlineData(1000, 1050, false)]
    [InlineData(1000, 1051, true)]
    [InlineData(3, 8, false)]
    [InlineData(20, 14, true)]
    public void An_audience_is_another_by_more_than_five_percent_or_five_people(int shown, int gets, bool another) =>
        Assert.Equal(another ? SendQuestion.Another : null, SendRules.Ask(new(shown, Sure: true), new(gets, gets, gets)));
}
