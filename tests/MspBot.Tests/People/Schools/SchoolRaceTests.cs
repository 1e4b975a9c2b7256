using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Schools;

/// <summary>People leave a school, or data is erased, while the head says that it is another one.</summary>
public sealed class SchoolRaceTests(TestCluster cluster)
{
    private const int People = 12;

    [Fact]
    public async Task Who_leaves_a_school_while_it_is_merged_waits_and_what_they_took_part_in_is_the_other_schools()
    {
        for (var round = 0; round < 10; round++)
        {
            await using var desk = await PeopleDesk.Open(cluster);
            var (unlisted, _) = await desk.Do(d => d.Schools.AddUnlisted("Наша школа", Some.Today));
            var into = await desk.School();
            var other = await desk.School("МОУ «СОШ № 1»", SchoolKind.Leader);
            var people = new List<PersonId>();
            for (var n = 0; n < People; n++)
                people.Add((await desk.Do(d => d.People.Add(Some.Person(unlisted, 1_000 + n), Some.Today)))!.Value);
            await desk.Sql($"""
                insert into seminar (kind, title, starts_at, ends_at, state, calendar_uid, created_by, created_at, published_at)
                select 'RoundTable', 'Чтение', '{Some.Today.AddHours(-2):O}', '{Some.Today.AddHours(-1):O}', 'Published', 'u', min(id),
                    '{Some.Today:O}', '{Some.Today:O}' from person;
                insert into sign_up (seminar_id, person_id, state, created_at, confirmed_at, came)
                select s.id, p.id, 'Confirmed', '{Some.Today:O}', '{Some.Today:O}', true from seminar s, person p
                """);

            Task Leave(int n) => desk.Do(d => n % 3 == 0
                ? d.People.Erase(people[n], new(1_000 + n), Some.Today) : d.People.Move(people[n], other, Some.Today));
            await Task.WhenAll([
                .. Enumerable.Range(0, People / 2).Select(Leave), desk.Do(d => d.Schools.Merge(unlisted, into)),
                .. Enumerable.Range(People / 2, People / 2).Select(Leave)]);

            // Whoever left before or after: what ended was in the school that the unlisted one turned out to be.
            Assert.Equal(People, await desk.Count($"select count(*) from sign_up where school_id = {into.Value}"));
            Assert.Equal(0, await desk.Count($"select count(*) from school where id = {unlisted.Value}"));
        }
    }

    [Fact]
    public async Task Who_is_erased_does_not_wait_for_somebody_who_names_their_school_at_that_moment_and_leaves_it_to_them()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var (unlisted, _) = await desk.Do(d => d.Schools.AddUnlisted("Наша школа", Some.Today));
        var first = (await desk.Do(d => d.People.Add(Some.Person(unlisted, 1_000), Some.Today)))!.Value;

        await desk.Do(async newcomer =>
        {
            await newcomer.People.Add(Some.Person(unlisted, 1_001), Some.Today);
            await desk.Do(d => d.People.Erase(first, new(1_000), Some.Today)).WaitAsync(TimeSpan.FromSeconds(30));
        });

        Assert.Equal(1, await desk.Count($"select count(*) from person where school_id = {unlisted.Value}"));
    }
}
