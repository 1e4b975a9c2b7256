using MspBot.Domain.Surveys;
using MspBot.Tests.Nominations.MySchool;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Surveys.Opening;

/// <summary>A draft of many schools with the longest names.</summary>
public sealed class LongDraftStories(TestCluster cluster)
{
    [Fact]
    public async Task A_draft_of_sixty_schools_with_long_names_fits_into_a_message()
    {
        await using var world = await World.Open(cluster);
        var head = (await world.HeadOfSurveys()).StartedEarlier();
        var schools = new List<long>();
        for (var n = 0; n < 60; n++) schools.Add(await world.School($"МОУ «СОШ № {n}» {new string('ш', 180)}"));
        await world.Survey("1 полугодие 2026/27", new(2026, 9, 1), new(2026, 12, 31), new(2026, 12, 18), schools,
            [await world.Indicator("Двойки")], SurveyState.Draft);
        await world.Sql<int>("update school set kind = 'Leader' where name like '%ш'");
        await world.OpensDraft(head);
        await head.Sees("60 школ, 1 показатель");
        await head.Sees("и ещё 50 школ");
        Assert.Empty(world.Telegram.Violations);
    }
}
