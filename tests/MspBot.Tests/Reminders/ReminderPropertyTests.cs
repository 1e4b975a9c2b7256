using CsCheck;
using MspBot.Data.Seminars.Heads;
using MspBot.Data.Seminars.Seats;
using MspBot.Domain.People;
using MspBot.Domain.Reminders;
using MspBot.Domain.Seminars;
using MspBot.Domain.Seminars.Heads;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Reminders;

/// <summary>Whatever happens in whatever order: at most once, never for the wrong time, never late, and never forgotten.</summary>
public sealed class ReminderPropertyTests(TestCluster cluster)
{
    private const int Enough = 100;

    private enum Deed
    {
        SignUp,
        Leave,
        Move,
        Cancel,
        MoveConsultation,
        Wait,
        Off,
        TwoAtOnce,
        Crash,
        MovedMeanwhile,
        LeftMeanwhile,
        TurnOff,
    }

    private static readonly Gen<(Deed Deed, int Seminar, int Person, int Size)> Act = Gen.Select(
        Gen.Frequency((6, Gen.Const(Deed.SignUp)), (2, Gen.Const(Deed.Leave)), (2, Gen.Const(Deed.Move)), (1, Gen.Const(Deed.Cancel)),
            (2, Gen.Const(Deed.MoveConsultation)),
            (9, Gen.Const(Deed.Wait)),
            (2, Gen.Const(Deed.Off)), (3, Gen.Const(Deed.TwoAtOnce)), (1, Gen.Const(Deed.Crash)), (2, Gen.Const(Deed.MovedMeanwhile)),
            (2, Gen.Const(Deed.LeftMeanwhile)), (1, Gen.Const(Deed.TurnOff))),
        Gen.Int[1, ReminderStage.Seminars], Gen.Int[1, ReminderStage.People], Gen.Int[1, 100]);

    [Theory]
    [InlineData("Europe/Moscow", 2026, 11, 20)]
    [InlineData("Europe/Berlin", 2026, 10, 23)]    // the clock goes back on the 25th
    [InlineData("Europe/Berlin", 2027, 3, 26)]     // and forward on the 28th
    public async Task Through_random_schedules_each_gets_each_reminder_at_most_once_in_time(string zone, int year, int month, int day)
    {
        var sent = 0;
        // Some schedules send little: as many are drawn as it takes to show something.
        for (var rounds = 0; rounds < 5 && sent <= Enough; rounds++) await Act.Array[40, 80].SampleAsync(Holds, iter: 12, threads: 1);
        Assert.True(sent > Enough, $"only {sent} were sent: that shows nothing");

        async Task Holds((Deed Deed, int Seminar, int Person, int Size)[] acts)
        {
            await using var stage = await ReminderStage.SetUp(cluster, new(year, month, day, 6, 30, 0, TimeSpan.Zero), zone);
            for (var n = 0; n < ReminderStage.Seminars * ReminderStage.People; n++)
                await stage.Turn((SignUpStore s) =>
                    s.SignUp(new(1 + n % ReminderStage.Seminars), new(1 + n % ReminderStage.People), stage.Now));
            foreach (var act in acts) await Do(stage, act);
            for (var n = 0; n < 10; n++)
            {
                stage.Clock.Advance(TimeSpan.FromMinutes(50));
                await stage.Job();
                await stage.Send();
            }

            var twice = stage.Log.GroupBy(s => (s.Kind, s.Meeting, s.Person, s.Before, s.StartsAt)).Where(g => g.Count() > 1);
            Assert.Empty(twice);
            Assert.All(stage.Log, s => Assert.Equal(s.StartsAt, s.Stood));
            Assert.All(stage.Log, s => Assert.True(s.At.UtcDateTime < s.StartsAt, $"after the start: {s}"));
            Assert.All(stage.Log, s => Assert.True(s.At.UtcDateTime >= s.StartsAt - s.Before
                || InTheDayBefore(stage, s), $"too early: {s}"));
            sent += stage.Log.Count;
        }
    }

    /// <summary>«завтра у вас» says before its time what is on the same day.</summary>
    private static bool InTheDayBefore(ReminderStage stage, Sent s) =>
        s.Before >= ReminderTimes.DayAhead && stage.Zone.DayOf(s.At).AddDays(1) >= stage.Zone.DayOf(new(s.StartsAt, TimeSpan.Zero));

    private static async Task Do(ReminderStage stage, (Deed Deed, int Seminar, int Person, int Size) act)
    {
        var (seminar, person) = (new SeminarId(act.Seminar), new PersonId(act.Person));
        switch (act.Deed)
        {
            case Deed.SignUp:
                await stage.Turn((SignUpStore s) => s.SignUp(seminar, person, stage.Now));
                return;
            case Deed.Leave:
                await Leave();
                break;
            case Deed.Move:
                await Move();
                break;
            case Deed.Cancel:
                if (act.Size > 80) await stage.Turn((SeminarStore s) => s.Cancel(seminar, null, new PersonId(1), stage.Now));
                return;
            case Deed.MoveConsultation:
                await stage.Sql(act.Size > 90
                    ? $"""
                        update consultation set state = 'Cancelled', closed_at = '{stage.Now:O}'
                        where id = {1 + act.Seminar % ReminderStage.Consultations}
                        """
                    : $"""
                        update consultation
                        set starts_at = s, ends_at = s + interval '45 minutes', timed_at = '{stage.Now:O}'
                        from (select '{stage.Now.AddMinutes(25 * act.Size):O}'::timestamptz as s) x
                        where id = {1 + act.Seminar % ReminderStage.Consultations}
                        """);
                break;
            case Deed.Wait:
                stage.Clock.Advance(TimeSpan.FromMinutes(act.Size));
                break;
            case Deed.Off:
                stage.Clock.Advance(TimeSpan.FromMinutes(8 * act.Size));
                break;
            case Deed.TwoAtOnce:
                stage.Clock.Advance(TimeSpan.FromMinutes(act.Size));
                await Task.WhenAll(stage.Job(), stage.Job());
                break;
            case Deed.Crash:
                await stage.Job(crash: true);
                break;
            case Deed.MovedMeanwhile:
                stage.Clock.Advance(TimeSpan.FromMinutes(act.Size));
                await Task.WhenAll(stage.Job(), Move(), stage.Job());
                break;
            case Deed.LeftMeanwhile:
                stage.Clock.Advance(TimeSpan.FromMinutes(act.Size));
                await Task.WhenAll(stage.Job(), Leave());
                break;
            case Deed.TurnOff:
                await stage.Sql($"update person set reminders = not reminders where id = {act.Person}");
                return;
        }
        await stage.Job();
        Assert.Empty(await stage.Forgotten());
        // Telegram is away now and then: what waits meanwhile may become wrong.
        if (act.Size % 3 == 0) await stage.Send();

        Task Leave() => stage.Turn((SignUpStore s) => s.Leave(seminar, person, stage.Now));

        Task Move() => stage.Turn(async (SeminarStore s) =>
        {
            var version = (await stage.Query<int>($"select version from seminar where id = {act.Seminar}"))[0];
            return await s.Change(seminar, version, new SeminarChange.Start(stage.Now + TimeSpan.FromMinutes(25 * act.Size)),
                new PersonId(1), stage.Now);
        });
    }
}
