using Microsoft.Extensions.DependencyInjection;
using MspBot.Host.Conversations;
using MspBot.Host.Conversations.Dialogs;
using MspBot.Host.Conversations.Screens;
using MspBot.Sandbox;
using MspBot.Tests.Support;
using Xunit;

namespace MspBot.Tests.Conversations.Dialogs;

/// <summary>Rule 3 on the screen: an answer above changes, and the long list below with it.</summary>
public sealed class DependentFlowStories(TestCluster cluster)
{
    [Fact]
    public async Task A_word_that_answers_one_question_is_not_searched_for_in_the_list_below()
    {
        await using var world = await World.Open(cluster, services => services.AddFlow<DependentFlow>());
        var anna = world.Visitor(1, "Anna");
        await anna.Types("/about");
        await anna.Sees("Срок");
        await anna.TapsData(anna.Chat.Last(m => m.FromBot), "n:dependent");
        await anna.Types("А");
        await anna.Taps("А 5");
        await anna.Taps("Изменить");
        await anna.Taps("Буква: А");
        await anna.Types("Б");
        Assert.DoesNotContain("Найдено", await anna.Sees("«А 5» уже нельзя выбрать"));
        await anna.Types("б 7");
        await anna.Sees("Верно?");
    }

    private sealed class DependentFlow : Flow
    {
        public override string Key => "dependent";

        public override Access Access => Access.NoRow("a form of a test");

        public override string Title => "Проба";

        public override bool NeedsPerson => false;

        public override async Task<Outcome> Talk(Dialog ask)
        {
            var letter = await ask.Text("letter", new Prompt("Буква", "Какая буква?"), max: 1);
            await ask.Choice("which", new Prompt("Номер", "Какой номер?"), () => Task.FromResult<IReadOnlyList<Option<string>>>(
                [.. Enumerable.Range(1, 20).Select(n => new Option<string>($"{letter}{n}", $"{letter} {n}"))]));
            await ask.Confirm("Верно?");
            return Say(new Screen(Html.Text("всё")));
        }
    }
}
