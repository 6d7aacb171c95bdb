#include <stdio.h>

int main(void)
{
    puts("mulu " VERSION);
    return 0;
}
