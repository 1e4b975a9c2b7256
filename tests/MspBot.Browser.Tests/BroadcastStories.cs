using Microsoft.Playwright;
using MspBot.Sandbox.Demo;
using Xunit;
using static Microsoft.Playwright.Assertions;

namespace MspBot.Browser.Tests;

/// <summary>The head of the demo's site writes to all tutors, on a phone, and stops it before it goes.</summary>
[Collection("one browser at a time")]
public sealed class BroadcastStories : IAsyncLifetime
{
    internal const string Words = "Коллеги, занесите, пожалуйста, ноябрьские встречи в журнал до пятницы.";
    internal const string Composed = "Рассылка ещё не отправлена";
    internal const string Waiting = "Рассылка ждёт отправки";
    internal const string Stop = "Остановить рассылку";

    private readonly Demonstration demonstration = new();

    public ValueTask InitializeAsync() => demonstration.InitializeAsync();

    public ValueTask DisposeAsync() => demonstration.DisposeAsync();

    [Fact]
    public async Task A_head_writes_to_all_tutors_and_stops_it()
    {
        await using var phone = await demonstration.Open($"/#{Townspeople.Head}", width: 360, height: 720);
        var head = phone.Pane(Townspeople.Head);
        await Composes(head);
        await phone.FitsSideways("what is not sent yet");
        await Sends(head);
        await Tab.TapUnder(head, Waiting, Stop);
        await Tab.Sees(head, "Никому не ушло");
        await phone.FitsSideways("what was stopped");
        phone.IsQuiet();

        await using var other = await demonstration.Open($"/#{Townspeople.FirstTutor}", width: 360, height: 720);
        var tutor = other.Pane(Townspeople.FirstTutor);
        await Tab.Type(tutor, "/menu");
        await Tab.Sees(tutor, "Меню");
        await Expect(tutor.Locator(".msg.bot").Filter(new() { HasText = Words })).ToHaveCountAsync(0);
    }

    /// <summary>From /broadcast to the message as it will look, with its size below.</summary>
    internal static async Task Composes(ILocator head)
    {
        await Tab.Type(head, "/broadcast");
        await Tab.Tap(head, "Новая рассылка");
        await Tab.Sees(head, "Кому написать?");
        await Writes(head);
    }

    internal static async Task Writes(ILocator head)
    {
        await Tab.Tap(head, "По роли");
        await Tab.Sees(head, "Кому из участников?");
        await Tab.Tap(head, "Тьюторам");
        await Tab.Sees(head, "Что написать?");
        await Tab.Type(head, Words);
        await Tab.Sees(head, "Приложить что-нибудь?");
        await Tab.Tap(head, "Ничего не прикладывать");
        await Tab.Sees(head, Composed);
    }

    internal static async Task Sends(ILocator head)
    {
        await Tab.TapUnder(head, Composed, "Отправить: ");
        await Tab.Sees(head, Waiting);
    }
}
