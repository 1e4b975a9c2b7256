using MspBot.Domain.Meetings;
using Xunit;

namespace MspBot.Tests.Meetings;

public sealed class TypedHoursTests
{
    [Theory]
    [InlineData("15:00", 900, null)]
    [InlineData("9", 540, null)]
    [InlineData("15.30", 930, null)]
    [InlineData("с 15", 900, null)]
    [InlineData("24:00", 1440, null)]
    [InlineData("15-17", 900, 1020)]
    [InlineData("15:00–17:30", 900, 1050)]
    [InlineData(" 15.00 — 17.30 ", 900, 1050)]
    [InlineData("С 15 до 17", 900, 1020)]
    [InlineData("с 9:00 по 10:15", 540, 615)]
    [InlineData("22-24", 1320, 1440)]
    [InlineData("22:00-00:00", 1320, 1440)]
    [InlineData("17-15", 1020, 900)]
    public void Hours_are_read_as_people_write_them(string typed, int from, int? to) => Assert.Equal(new(from, to), TypedHours.Read(typed));

    [Theory]
    [InlineData("")]
    [InlineData("вечером")]
    [InlineData("25:00")]
    [InlineData("15:60")]
    [InlineData("24:30")]
    [InlineData("15-25")]
    [InlineData("15:00-17:00-19:00")]
    [InlineData("15:00, 17:00")]
    [InlineData("١٥")]
    [InlineData("1500")]
    public void What_is_no_time_is_not_guessed(string typed) => Assert.Null(TypedHours.Read(typed));
}
