using MspBot.Domain;
using MspBot.Host.Conversations.Screens;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Screens;

/// <summary>Lists in pages of six, with «‹» and «›».</summary>
public sealed class PagerTests(TestCluster cluster)
{
    [Theory]
    [InlineData(0, 0, 0, false)]
    [InlineData(6, 0, 6, false)]
    [InlineData(7, 0, 6, true)]
    [InlineData(7, 1, 1, false)]
    [InlineData(7, 9_999, 1, false)]
    [InlineData(7, -3, 6, true)]
    public void A_list_is_cut_into_sixes(int all, int number, int items, bool hasNext)
    {
        var page = Paging.Cut([.. Enumerable.Range(0, all)], number);

        Assert.Equal((items, hasNext), (page.Items.Count, page.HasNext));
        Assert.Equal(all <= Paging.Size, page.IsWhole);
    }

    [Fact]
    public void One_item_more_than_a_page_says_that_there_is_another()
    {
        Assert.Equal((6, true), (Paging.Of<int>([1, 2, 3, 4, 5, 6, 7], 2) is var page ? page.Items.Count : 0, page.HasNext));
        Assert.False(Paging.Of<int>([1, 2, 3, 4, 5, 6], 2).HasNext);
    }

    [Fact]
    public void The_row_turns_back_and_on()
    {
        static string[] Row(int number, int all) =>
            [.. new Screen(Html.Empty).Page(Paging.Cut([.. Enumerable.Range(0, all)], number), _ => null,
                (label, to) => Button.Card(label, "x", to))
                .Rows.SelectMany(row => row).Select(b => $"{b.Label} {b.Data}")];

        Assert.Empty(Row(0, 6));
        Assert.Equal(["› c:x:1:show"], Row(0, 13));
        Assert.Equal(["‹ c:x:0:show", "› c:x:2:show"], Row(1, 13));
        Assert.Equal(["‹ c:x:1:show"], Row(2, 13));
    }

    [Theory]
    [InlineData("", 0)]
    [InlineData("3", 3)]
    [InlineData("-3", 0)]
    [InlineData("10000", 0)]
    [InlineData("99999999999999999999", 0)]
    [InlineData("три", 0)]
    public void A_forged_number_is_the_first_page(string arg, int number) => Assert.Equal(number, Pager.Number(arg));

    /// <summary>The page stands in the number of a list's own card, and in the argument where the number is a row.</summary>
    [Fact]
    public async Task Buttons_that_earlier_versions_sent_turn_the_pages()
    {
        await using var world = await World.Open(cluster);
        var head = await world.Head();
        for (var n = 10; n < 18; n++) await world.Teacher(n, $"Белова Вера {(char)('А' + n - 10)}льбертовна");
        await head.Types("/people");
        var list = await head.SeesMessage("Люди");

        foreach (var (data, shown) in new[] { ("c:people:1:show", "‹"), ("c:people:0:show:Teacher", "›"), ("c:people:1:show:Teacher",
            "‹"), ("c:people:9999:show", "‹") })
        {
            await head.TapsData(list, data);
            await world.Idle();
            Assert.Contains(head.Chat.Single(m => m.Id == list.Id).Buttons.SelectMany(row => row), b => b.Label == shown);
        }
    }

    [Fact]
    public void Only_the_pager_writes_the_row()
    {
        var hosts = Directory.EnumerateFiles(Path.Combine(Repository.Root, "src", "MspBot.Host"), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal))
            .Where(file => File.ReadAllText(file).Contains("\"›\"", StringComparison.Ordinal));

        Assert.Equal(["Pager.cs"], hosts.Select(Path.GetFileName));
    }
}
