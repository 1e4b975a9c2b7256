using Dapper;
using MspBot.Data.Seminars;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain;
using MspBot.Domain.People;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Domain.Seminars.Seats;
using MspBot.Tests.Support;
using Npgsql;
using Xunit;

namespace MspBot.Tests.Seminars;

public sealed class SeminarStoreTests(TestCluster cluster) : IAsyncLifetime
{
    private SeminarStage stage = null!;

    public async ValueTask InitializeAsync() => stage = await SeminarStage.SetUp(cluster);

    public ValueTask DisposeAsync() => stage.DisposeAsync();

    [Fact]
    public async Task Each_seminar_has_a_code_word_that_can_be_said_aloud()
    {
        var head = await stage.Person();
        for (var n = 0; n < 5; n++) Assert.Matches("^[а-я]+ [1-9][0-9]$",
            (await stage.Details(await stage.Seminar(leader: head, startsIn: TimeSpan.FromDays(n + 1)), head)).CodeWord);
    }

    [Fact]
    public async Task A_sheet_says_everything_as_it_stands_to_one_person()
    {
        var leader = await stage.Person("Иванова Мария Петровна");
        var people = await stage.People(3);
        var seminar = await stage.Seminar(seats: 1, leader: leader);
        foreach (var person in people) await stage.SignUp(seminar, person);

        var details = await stage.Details(seminar, people[2]);

        Assert.Equal((SeminarKind.RoundTable, "Читательская грамотность", "Иванова Мария Петровна"),
            (details.Kind, details.Title, details.Leader));
        Assert.Equal((1, 1, 2, SignUpState.Waitlisted, 2), (details.Seats, details.Seated, details.Waiting, details.Mine, details.MyPlace));
        Assert.Equal((Some.Noon + TimeSpan.FromDays(7), TimeSpan.FromMinutes(90)), (details.StartsAt, details.EndsAt - details.StartsAt));
        Assert.Null((await stage.Details(seminar, leader)).Mine);
    }

    [Fact]
    public async Task Whoever_signs_up_sees_what_will_be_in_the_database()
    {
        var people = await stage.People(2);
        var seminar = await stage.Seminar(seats: 1);
        foreach (var person in people)
        {
            var said = (await stage.Turn((SignUpStore s) => s.SignUp(seminar, person, Some.Noon)))!.Details;
            var kept = await stage.Details(seminar, person);
            Assert.Equal(kept with { MySignUp = null }, said);
        }
        var left = await stage.Leave(seminar, people[0]);
        Assert.Equal(await stage.Details(seminar, people[0]), left.Details);
        Assert.Equal([people[1].Value], left.Promoted.Select(p => p.Person));
    }

    [Fact]
    public async Task Who_left_can_come_again_at_the_end_of_the_line()
    {
        var people = await stage.People(3);
        var seminar = await stage.Seminar(seats: 1);
        foreach (var person in people) await stage.SignUp(seminar, person);

        await stage.Leave(seminar, people[0]);

        Assert.Equal(new SignUpOutcome.Waitlisted(Place: 2), await stage.SignUp(seminar, people[0]));
        Assert.Equal(SignUpState.Confirmed, (await stage.Details(seminar, people[1])).Mine);
        Assert.Equal(1, (await stage.Details(seminar, people[2])).MyPlace);
    }

    [Fact]
    public async Task More_seats_are_given_to_those_who_wait()
    {
        var people = await stage.People(6);
        var seminar = await stage.Seminar(seats: 1);
        foreach (var person in people) await stage.SignUp(seminar, person);

        var more = await stage.Change(seminar, new SeminarChange.Seats(3), people[0]);
        Assert.Equal(people.Skip(1).Take(2).Select(p => p.Value), more.Promoted.Select(p => p.Person));
        Assert.Equal((3, 3), (more.After!.Seated, more.After.Waiting));

        var all = await stage.Change(seminar, new SeminarChange.Seats(null), people[0]);
        Assert.Equal(3, all.Promoted.Count);
        Assert.Equal(await stage.Details(seminar, people[0]), all.After);
    }

    [Fact]
    public async Task Fewer_seats_than_people_are_refused_and_nothing_is_changed()
    {
        var people = await stage.People(3);
        var seminar = await stage.Seminar(seats: 5);
        foreach (var person in people) await stage.SignUp(seminar, person);

        var result = await stage.Change(seminar, new SeminarChange.Seats(2), people[0]);

        Assert.Equal(SeminarRefusal.FewerSeatsThanSeated, result.Refusal);
        Assert.Equal(5, (await stage.Details(seminar, people[0])).Seats);
    }

    [Fact]
    public async Task A_change_to_what_somebody_else_has_changed_meanwhile_is_refused()
    {
        var head = await stage.Person();
        var seminar = await stage.Seminar(leader: head);
        var seen = (await stage.Details(seminar, head)).Version;

        var results = await Task.WhenAll(Enumerable.Range(0, 5).Select(n =>
            stage.Turn((SeminarStore s) => s.Change(seminar, seen, new SeminarChange.Title($"Название {n}"), head, Some.Noon))));

        Assert.Single(results, r => r.Refusal is null);
        Assert.Equal(4, results.Count(r => r.Refusal == SeminarRefusal.ChangedMeanwhile));
        Assert.Equal(seen + 1, (await stage.Details(seminar, head)).Version);
    }

    [Fact]
    public async Task The_calendar_entry_keeps_its_name_and_grows_its_number_with_what_it_shows()
    {
        var head = await stage.Person();
        var seminar = await stage.Seminar(leader: head);
        var first = await stage.Details(seminar, head);

        await stage.Change(seminar, new SeminarChange.Start(first.StartsAt.AddDays(1)), head);
        await stage.Change(seminar, new SeminarChange.Seats(20), head);
        var moved = await stage.Details(seminar, head);

        Assert.Equal((first.CalendarUid, first.CalendarSequence + 1, first.Version + 2),
            (moved.CalendarUid, moved.CalendarSequence, moved.Version));
        Assert.Equal((first.EndsAt - first.StartsAt, first.StartsAt.AddDays(1)), (moved.EndsAt - moved.StartsAt, moved.StartsAt));
    }

    [Fact]
    public async Task A_change_to_the_same_is_no_change()
    {
        var head = await stage.Person();
        var seminar = await stage.Seminar(seats: 2, leader: head);
        Assert.Equal(SeminarRefusal.NothingChanged, (await stage.Change(seminar, new SeminarChange.Seats(2), head)).Refusal);
    }

    [Fact]
    public async Task Cancelled_it_takes_nobody_and_remembers_who_had_a_place()
    {
        var people = await stage.People(2);
        var seminar = await stage.Seminar(seats: 1);
        foreach (var person in people) await stage.SignUp(seminar, person);

        var result = await stage.Turn((SeminarStore s) => s.Cancel(seminar, "Тьютор заболел", people[0], Some.Noon));

        Assert.Null(result.Refusal);
        Assert.Equal(await stage.Details(seminar, people[0]), result.After);
        Assert.Equal(3, (await stage.Turn((SignUpReader r) => r.ToTell(seminar))).Count);   // these two and the leader
        Assert.Equal(new SignUpOutcome.Refused(SignUpRefusal.SeminarCancelled), await stage.SignUp(seminar, await stage.Person()));
        Assert.Equal(new SeatReturnOutcome.Refused(SeatReturnRefusal.SeminarCancelled), (await stage.Leave(seminar, people[0])).Outcome);
        Assert.Empty((await stage.Turn((SeminarReader r) => r.Mine(people[0], Some.Noon, 0))).Items);
        Assert.Single((await stage.Turn((SeminarReader r) => r.MinePast(people[0], Some.Noon, 0))).Items);
    }

    [Fact]
    public async Task Lists_come_in_pages_by_date_and_drafts_are_apart()
    {
        var me = await stage.Person();
        for (var n = 8; n > 0; n--) await stage.Seminar(title: $"Встреча {n}", startsIn: TimeSpan.FromDays(n), leader: me);
        var draft = await stage.Seminar(publish: false, leader: me);
        await stage.Seminar(startsIn: TimeSpan.FromDays(-1), leader: me);

        var first = await stage.Turn((SeminarReader r) => r.Coming(me, null, Some.Noon, 0));
        var second = await stage.Turn((SeminarReader r) => r.Coming(me, SeminarKind.RoundTable, Some.Noon, 1));
        var drafts = await stage.Turn((SeminarReader r) => r.Unpublished(SeminarState.Draft, Some.Noon, 0));

        Assert.Equal((6, true, "Встреча 1"), (first.Items.Count, first.HasNext, first.Items[0].Title));
        Assert.Equal((2, false, "Встреча 8"), (second.Items.Count, second.HasNext, second.Items[1].Title));
        Assert.Empty((await stage.Turn((SeminarReader r) => r.Coming(me, SeminarKind.Workshop, Some.Noon, 0))).Items);
        Assert.Equal([draft], drafts.Items.Select(l => l.Id));
        Assert.Equal([SeminarKind.RoundTable], await stage.Turn((SeminarReader r) => r.ComingKinds(Some.Noon)));
    }

    [Fact]
    public async Task Participants_are_listed_seated_first_then_the_line()
    {
        var people = await stage.People(3);
        var seminar = await stage.Seminar(seats: 1);
        foreach (var person in people) await stage.SignUp(seminar, person);

        var found = await stage.Turn((SignUpReader r) => r.Participants(seminar, 0, 3));

        Assert.Equal(["Confirmed", "Waitlisted", "Waitlisted"], found.Items.Select(p => p.State));
        Assert.All(found.Items, p => Assert.StartsWith("Школа", p.School, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_database_itself_refuses_an_oversold_seat_and_a_second_place()
    {
        var people = await stage.People(2);
        var seminar = await stage.Seminar(seats: 1);
        await stage.SignUp(seminar, people[0]);

        await Assert.ThrowsAsync<PostgresException>(() => Insert(seminar.Value, people[1].Value));
        await Assert.ThrowsAsync<PostgresException>(() => Insert(seminar.Value, people[0].Value));

        async Task Insert(long seminar, long person)
        {
            await using var connection = await stage.Connection();
            await connection.ExecuteAsync("""
                insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at)
                values (@seminar, @person, 'Confirmed', @now, @now)
                """, new { seminar, person, now = World.Morning.UtcDateTime });
        }
    }

    [Fact]
    public async Task After_a_change_of_leader_the_sheet_says_who_leads_now()
    {
        var (head, other) = (await stage.Person("Иванова Мария Петровна"), await stage.Person());
        var id = await stage.Seminar(leader: head);
        var given = await stage.Change(id, new SeminarChange.Leader(other), head);
        var taken = await stage.Change(id, new SeminarChange.Leader(head), head);
        Assert.Equal((true, false, true), (given.Before!.Leads, given.After!.Leads, taken.After!.Leads));
    }
}
