using Microsoft.Extensions.DependencyInjection;
using MspBot.Data.Consultations.Journal;
using MspBot.Data.Consultations.Requests;
using MspBot.Data.Postgres;
using MspBot.Domain.Consultations;
using MspBot.Domain.Consultations.Journal;
using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Consultations.Journal;

/// <summary>What meets in one instant: each in a transaction of its own.</summary>
public sealed class JournalRaceTests(TestCluster cluster)
{
    private static readonly DateTimeOffset Now = World.Morning.AddHours(3);

    [Fact]
    public async Task Of_twenty_answers_at_once_one_is_written_down()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        var id = new ConsultationId(await world.Consultation(tutor, teacher));
        var person = new PersonId(await world.PersonOf(tutor));

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(n => Turn(world, (OutcomeStore s) => s.Record(id, person,
            n % 2 == 0 ? new OutcomeDraft.Held(45, "a", null, null)
            : new OutcomeDraft.NotHeld(NotHeldReason.Connection), new(2026, 11, 24), Now))));

        await world.DoneByStores();
        Assert.Single(results, r => r.Refusal is null);
        Assert.Equal(19, results.Count(r => r.Refusal == OutcomeRefusal.AlreadyRecorded));
        Assert.Equal(1,
            await world.Sql<int>(
            "select count(*) from journal_entry j join consultation c on c.id = j.consultation_id where j.held = (c.state = 'Held')"));
    }

    [Fact]
    public async Task Assigning_and_confirming_at_once_end_in_one_of_them()
    {
        await using var world = await World.Open(cluster);
        var (tutor, other, teacher) = (await world.Tutor(1), await world.Tutor(3, "Сидоров Борис Олегович"), await world.Teacher(2));
        var (from, to) = (await world.PersonOf(tutor), new PersonId(await world.PersonOf(other)));
        for (var n = 0; n < 12; n++)
        {
            var id = await world.Consultation(tutor, teacher, TimeSpan.FromDays(2 + n), "Requested");
            // As a tutor's confirmation is: compare and set on the state and on whose it is.
            var confirm =
                world.Sql<long>(
                $"update consultation set state = 'Confirmed', version = version + 1 where id = {id} and state = 'Requested' and " +
                $"tutor_id = {from} returning id");
            var assigned = await Turn(world, (HandoverStore s) => s.Assign(new(id), to, Now));
            var confirmed = await confirm == id;
            Assert.Equal(confirmed, assigned.Refusal == ConsultationRefusal.AlreadyConfirmed);
            Assert.Equal(confirmed ? $"Confirmed {from}"
                : $"Requested {to.Value}", await world.Sql<string>($"select state || ' ' || tutor_id from consultation where id = {id}"));
        }
    }

    [Fact]
    public async Task The_job_on_two_machines_asks_once()
    {
        await using var world = await World.Open(cluster);
        var (tutor, teacher) = (await world.Tutor(1), await world.Teacher(2));
        await world.Consultation(tutor, teacher);
        var taken = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(_ => Turn(world, (OutcomeStore s) => s.TakeEnded(Now.AddDays(-1), Now))));
        Assert.Single(taken.SelectMany(t => t));
    }

    private static async Task<T> Turn<TStore, T>(World world, Func<TStore, Task<T>> what) where TStore : notnull
    {
        await using var scope = world.Bot.Web.Services.CreateAsyncScope();
        var result = await what(scope.ServiceProvider.GetRequiredService<TStore>());
        await scope.ServiceProvider.GetRequiredService<DbSession>().Commit();
        return result;
    }
}
