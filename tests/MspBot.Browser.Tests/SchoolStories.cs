using MspBot.Sandbox.Demo;
using Xunit;

namespace MspBot.Browser.Tests;

/// <summary>A school of the demo, by hand: its head looks whom the school has sent.</summary>
[Collection("one browser at a time")]
public sealed class SchoolStories : IAsyncLifetime
{
    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_head_looks_whom_the_school_has_sent_and_sends_another()
    {
        await using var tab = await demonstration.Open($"/#{Townspeople.FirstSchoolHead}");
        var head = tab.Pane(Townspeople.FirstSchoolHead);

        await Tab.Type(head, "/school");
        await Tab.Sees(head, "Ольховская СОШ");
        await Tab.Tap(head, "Места школы");
        await Tab.Sees(head, "ждём ответа 2");
        await Tab.Tap(head, "Направить учителя");
        await Tab.Sees(head, "На какое мероприятие направить?");
        tab.IsQuiet();
    }
}
