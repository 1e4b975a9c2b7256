using MspBot.Domain.People;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.People.Schools;

public sealed class SchoolStoreTests(TestCluster cluster)
{
    [Fact]
    public async Task The_list_can_be_applied_again_and_again()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        await desk.Do(d =>
            d.Schools.Apply([new("СОШ № 10", SchoolKind.Leader), new("СОШ № 2", SchoolKind.Leader), new("Громовская", SchoolKind.Other)],
                Some.Today));
        await desk.Do(d => d.Schools.Apply([new("громовская", SchoolKind.LowResults), new("СОШ № 4", SchoolKind.Host)], Some.Today));

        var schools = await desk.Do(d => d.SchoolList.Confirmed());

        Assert.Equal(
            [("СОШ № 4", SchoolKind.Host), ("СОШ № 2", SchoolKind.Leader), ("СОШ № 10", SchoolKind.Leader),
                ("Громовская", SchoolKind.LowResults)],
            schools.Select(s => (s.Name, s.Kind)));
    }

    [Fact]
    public async Task A_school_named_twice_at_once_is_one_and_news_once()
    {
        await using var desk = await PeopleDesk.Open(cluster);

        var added = await Task.WhenAll(Enumerable.Range(0, 8)
            .Select(n => desk.Do(d => d.Schools.AddUnlisted(n % 2 == 0 ? "Новая СОШ" : "новая сош", Some.Today))));

        Assert.Single(added.Select(a => a.Id).Distinct());
        Assert.Single(added, a => a.IsNew);
    }

    [Fact]
    public async Task A_listed_school_that_is_typed_is_found()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var school = await desk.School("МОУ «СОШ № 4»");

        Assert.Equal((school, false), await desk.Do(d => d.Schools.AddUnlisted("моу «сош № 4»", Some.Today)));
    }

    [Fact]
    public async Task An_unlisted_school_is_accepted_once()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var (school, _) = await desk.Do(d => d.Schools.AddUnlisted("Новая СОШ", Some.Today));
        Assert.False(await desk.Do(d => d.SchoolList.IsConfirmed(school)));
        Assert.Equal(school, (await desk.Do(d => d.SchoolList.LongestUnlisted()))!.Id);

        Assert.True(await desk.Do(d => d.Schools.Accept(school, SchoolKind.LowResults, Some.Today)));
        Assert.False(await desk.Do(d => d.Schools.Accept(school, SchoolKind.Leader, Some.Today)));

        Assert.Equal(SchoolKind.LowResults, Assert.Single(await desk.Do(d => d.SchoolList.Confirmed())).Kind);
        Assert.Null(await desk.Do(d => d.SchoolList.LongestUnlisted()));
    }

    [Fact]
    public async Task The_people_of_a_merged_school_move()
    {
        await using var desk = await PeopleDesk.Open(cluster);
        var known = await desk.School();
        var (typed, _) = await desk.Do(d => d.Schools.AddUnlisted("Четвёртая школа", Some.Today));
        var person = (await desk.Do(d => d.People.Add(Some.Person(typed), Some.Today)))!.Value;

        Assert.Null(await desk.Do(d => d.Schools.Merge(typed, new(999))));
        Assert.Null(await desk.Do(d => d.Schools.Merge(known, known)));
        Assert.NotNull(await desk.Do(d => d.Schools.Merge(typed, known)));
        Assert.Null(await desk.Do(d => d.Schools.Merge(typed, known)));

        Assert.Equal(known, (await desk.Do(d => d.PeopleList.Profile(person)))!.SchoolId);
        Assert.Null(await desk.Do(d => d.SchoolList.Unlisted(typed)));
    }
}
